// SPDX-License-Identifier: Apache-2.0
// A finding in words: its text and remedy from the program's catalogue, its place read out of the JSON pointer.
import { catalogue } from 'virtual:catalogue'

import { fill, language, words } from './language'
import type { Finding } from './protocol'

export interface Entry { zh: string; en: string; remedy_zh?: string; remedy_en?: string }

export function titleOf(id: string, details: Record<string, string> = {}): string {
  const entry = catalogue[id]
  return entry ? fill(entry[language.value], details) : id
}
export function remedyOf({ id, details }: Finding): string {
  const entry = catalogue[id]
  return fill((language.value === 'zh' ? entry?.remedy_zh : entry?.remedy_en) ?? '', details)
}
export const ruleTitle = (rule: string): string => titleOf(`draw.breach.${rule}`)

/** "/plan/sessions/12/seats" → 计划 › 场次 › 第 13 项 › 座位 */
export function placeOf(pointer: string): string {
  if (!pointer) return words.value.whole
  const steps = pointer.slice(1).split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  return steps.map((step) => (/^\d+$/.test(step) ? fill(words.value.nth, { n: Number(step) + 1 }) : (words.value.places[step] ?? step))).join(' › ')
}
