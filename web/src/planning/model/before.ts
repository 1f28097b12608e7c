// SPDX-License-Identifier: Apache-2.0
// Calls and small sums of the pages around a month plan: timetable, feeds, parameters, forecast, arrangements.
import { call, type BodyOf } from '@/api/client'
import type { CalendarDay, SessionItem } from '@/api/schema'
import type { Query } from '@/base/request/http'

export const before = {
  timetable: (query: Query, signal?: AbortSignal) => call('get', '/api/timetable', { query, signal }),
  feeds: (signal?: AbortSignal) => call('get', '/api/feeds', { signal }),
  makeFeed: (body: BodyOf<'post', '/api/feeds'>) => call('post', '/api/feeds', { body }),
  revokeFeed: (id: string) => call('post', '/api/feeds/{id}/revoke', { path: { id } }),
}

export const examiners = {
  board: (month: string, date: string, signal?: AbortSignal) => call('get', '/api/plans/{month}/assignments', { path: { month }, query: date ? { date } : {}, signal }),
  assign: (body: BodyOf<'post', '/api/assignments'>) => call('post', '/api/assignments', { body }),
  end: (id: string, reason: string) => call('post', '/api/assignments/{id}/end', { path: { id }, body: { reason } }),
  interests: (signal?: AbortSignal) => call('get', '/api/interests', { signal }),
  declare: (body: BodyOf<'post', '/api/interests'>) => call('post', '/api/interests', { body }),
  endInterest: (id: string, reason: string) => call('post', '/api/interests/{id}/end', { path: { id }, body: { reason } }),
}

/** The week of a day, Monday first; days outside of the month are left out. */
export function weekOf(days: CalendarDay[], date: string): CalendarDay[] {
  const at = days.findIndex((day) => day.date === date)
  if (at < 0) return []
  const first = at - (days[at]!.weekday - 1)
  return days.slice(Math.max(0, first), first + 7)
}

/** The day a week view opens with: the first with a session from today on, else the first with one, else the first. */
export function dayToShow(days: CalendarDay[], sessions: SessionItem[], today: string): string {
  const busy = [...new Set(sessions.map((one) => one.date))].sort()
  return busy.find((date) => date >= today) ?? busy[0] ?? days[0]?.date ?? ''
}

export const ownSeats = (session: SessionItem): number => session.batches.reduce((sum, seat) => sum + seat.candidates, 0)
export const free = (session: SessionItem): number => Math.max(0, session.seats - session.candidates)

export const numbers = {
  parameters: (query: Query, signal?: AbortSignal) => call('get', '/api/parameters', { query, signal }),
  changes: (query: Query, signal?: AbortSignal) => call('get', '/api/parameters/changes', { query, signal }),
  propose: (body: BodyOf<'post', '/api/parameters/changes'>) => call('post', '/api/parameters/changes', { body }),
  decide: (id: string, yes: boolean, reason: string) => (yes ? call('post', '/api/parameters/changes/{id}/approve', { path: { id }, body: { reason } }) : call('post', '/api/parameters/changes/{id}/reject', { path: { id }, body: { reason } })),
  forecast: (query: Query, signal?: AbortSignal) => call('get', '/api/forecast', { query, signal }),
  quotas: (query: Query, signal?: AbortSignal) => call('get', '/api/quotas', { query, signal }),
  proposeQuota: (body: BodyOf<'post', '/api/quotas'>) => call('post', '/api/quotas', { body }),
  decideQuota: (id: string, yes: boolean, reason: string) => (yes ? call('post', '/api/quotas/{id}/approve', { path: { id }, body: { reason } }) : call('post', '/api/quotas/{id}/reject', { path: { id }, body: { reason } })),
}

/** Thousandths of a session with one decimal: 12345 -> "12.3". */
export const sessionsText = (thousandths: number): string => (Math.round(thousandths / 100) / 10).toFixed(1)
/** Permille as a percentage: 123 -> "12.3%". */
export const percentText = (permille: number): string => `${(permille / 10).toFixed(1)}%`

export const arrangements = {
  list: (query: Query, signal?: AbortSignal) => call('get', '/api/arrangements', { query, signal }),
  record: (body: BodyOf<'post', '/api/arrangements'>) => call('post', '/api/arrangements', { body }),
  end: (id: string, reason: string) => call('post', '/api/arrangements/{id}/end', { path: { id }, body: { reason } }),
}
