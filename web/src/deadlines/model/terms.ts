// SPDX-License-Identifier: Apache-2.0
// The register of deadlines and the terms that run.
import { call, type BodyOf } from '@/api/client'
import type { TermDay, TermRow } from '@/api/schema'
import type { Tone } from '@/base/parts/tone'
import type { Query } from '@/base/request/http'

export const terms = {
  register: (query: Query, signal?: AbortSignal) => call('get', '/api/deadlines', { query, signal }),
  list: (query: Query, signal?: AbortSignal) => call('get', '/api/terms', { query: query as never, signal }),
  month: (query: { month: string; box: TermBox }, signal?: AbortSignal) => call('get', '/api/terms/calendar', { query: query as never, signal }),
  show: (id: string, signal?: AbortSignal) => call('get', '/api/terms/{id}', { path: { id }, signal }),
  claim: (id: string) => call('post', '/api/terms/{id}/claim', { path: { id } }),
  release: (id: string) => call('post', '/api/terms/{id}/release', { path: { id } }),
  confirm: (id: string, note: string) => call('post', '/api/terms/{id}/confirm', { path: { id }, body: { note } }),
  waive: (id: string, reason: string) => call('post', '/api/terms/{id}/waive', { path: { id }, body: { reason } }),
  open: (body: BodyOf<'post', '/api/terms'>) => call('post', '/api/terms', { body }),
}

export type TermBox = 'to_do' | 'done' | 'copied' | 'all'
const watching = ['city_bureau', 'exam_organisation', 'district_bureau']

/** Who watches over others also sees everything in their scope; an auditor has nothing to do and sees only that. */
export function boxesFor(role: string): TermBox[] {
  if (role === 'auditor') return ['all']
  return watching.includes(role) ? ['to_do', 'done', 'copied', 'all'] : ['to_do', 'done', 'copied']
}

const soon = 2

/** A day of the month grid: red when something on it is overdue, amber until it is over, green when all of it is done. */
export function dayTone(day: Pick<TermDay, 'open' | 'overdue' | 'date'>, today: string): Tone {
  if (day.overdue || (day.open && day.date < today)) return 'wrong'
  return day.open ? 'due' : 'done'
}

/** Red is overdue, amber is due within two of its days. */
export function toneOf(term: Pick<TermRow, 'state' | 'overdue' | 'late' | 'days_left'>): Tone {
  if (term.state === 'waived') return 'idle'
  if (term.state === 'done') return term.late ? 'wrong' : 'done'
  if (term.overdue) return 'wrong'
  return term.days_left !== null && term.days_left !== undefined && term.days_left <= soon ? 'due' : 'accent'
}

/** The word beside the colour: a key of deadlines.term and how many days. */
export function dueWord(term: Pick<TermRow, 'state' | 'overdue' | 'late' | 'days_left' | 'due_day'>): { key: string; days: number } {
  if (term.state === 'waived') return { key: 'waived', days: 0 }
  if (term.state === 'done') return { key: term.late ? 'doneLate' : 'doneInTime', days: 0 }
  if (!term.due_day) return { key: 'noEnd', days: 0 }
  const left = term.days_left ?? 0
  if (term.overdue) return { key: 'overdue', days: Math.abs(left) }
  return left === 0 ? { key: 'today', days: 0 } : { key: 'left', days: left }
}
