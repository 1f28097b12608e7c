// SPDX-License-Identifier: Apache-2.0
// A file is checked, corrected, and applied once. The same answer for every table that people send in.
import type { ImportAnswer } from '@/api/schema'

import { send } from '../request/http'

export interface ImportError {
  row: number
  sheet?: string
  column: string
  value?: string
  text: string
  remedy: string
  problem?: string
  clauses?: string[]
}
export interface ImportOutcome {
  summary: string[]
  errors: ImportError[]
  stored: boolean
  secrets?: { name: string; secret: string }[]
}
export type Fields = Record<string, string>

function body(file: File, fields: Fields): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  return form
}

/** `draft`: the id under which the server makes it once, however often it is sent. */
export function sendTable<Answer = ImportAnswer>(path: string, file: File, fields: Fields, draft?: string): Promise<Answer> {
  return send<Answer>('POST', path, body(file, fields), undefined, draft ? { 'X-Ankao-Draft': draft } : {})
}

/** Saves the file with its faults marked, as the server names it. */
export async function saveMarked(path: string, file: File, fields: Fields, save: (url: string, init: RequestInit) => Promise<string>): Promise<string> {
  return save(`${path}/marked`, { method: 'POST', body: body(file, fields) })
}

/** Which sheets and rows the faults concern, for the line above the table. */
export function rowsConcerned(errors: ImportError[]): number {
  return new Set(errors.filter((one) => one.row).map((one) => `${one.sheet ?? ''}/${one.row}`)).size
}
