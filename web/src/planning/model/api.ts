// SPDX-License-Identifier: Apache-2.0
import { call, filled, type BodyOf } from '@/api/client'
import type { SessionItem } from '@/api/schema'
import { address, type Query } from '@/base/request/http'

const largestPage = 200

/** A published month, or the version on the desk that is not published yet: the same reads below another address. */
export function planReads(month: string, draft: boolean) {
  const path = { month }
  const reads = {
    base: filled(draft ? '/api/desk/{month}/draft' : '/api/plans/{month}', path),
    record: (query: Query, signal?: AbortSignal) => (draft ? call('get', '/api/desk/{month}/draft', { path, query, signal }) : call('get', '/api/plans/{month}', { path, query, signal })),
    sessions: (query: Query, signal?: AbortSignal) => (draft ? call('get', '/api/desk/{month}/draft/sessions', { path, query, signal }) : call('get', '/api/plans/{month}/sessions', { path, query, signal })),
    calendar: (query: Query, signal?: AbortSignal) => (draft ? call('get', '/api/desk/{month}/draft/calendar', { path, query, signal }) : call('get', '/api/plans/{month}/calendar', { path, query, signal })),
    batches: (query: Query, signal?: AbortSignal) => (draft ? call('get', '/api/desk/{month}/draft/batches', { path, query, signal }) : call('get', '/api/plans/{month}/batches', { path, query, signal })),
    batch: (id: string, query: Query, signal?: AbortSignal) => (draft ? call('get', '/api/desk/{month}/draft/batches/{id}', { path: { month, id }, query, signal }) : call('get', '/api/plans/{month}/batches/{id}', { path: { month, id }, query, signal })),
    institution: (id: string, query: Query, signal?: AbortSignal) => (draft ? call('get', '/api/desk/{month}/draft/institutions/{id}', { path: { month, id }, query, signal }) : call('get', '/api/plans/{month}/institutions/{id}', { path: { month, id }, query, signal })),
    file: (name: string, version?: number) => address(`${reads.base}/files/${encodeURIComponent(name)}`, { version }),
    /** All sessions that fit: a month is some hundreds, read in a few pages. */
    async allSessions(query: Query, signal?: AbortSignal): Promise<SessionItem[]> {
      const first = await reads.sessions({ ...query, size: largestPage, page: 1 }, signal)
      const pages = Math.ceil(first.total / largestPage)
      const rest = await Promise.all(Array.from({ length: Math.max(0, pages - 1) }, (_, i) => reads.sessions({ ...query, size: largestPage, page: i + 2 }, signal)))
      return [first, ...rest].flatMap((page) => page.items)
    },
  }
  return reads
}

export type DeskStep = 'draw' | 'submit' | 'publish' | 'return'

export const planning = {
  plans: (query: Query, signal?: AbortSignal) => call('get', '/api/plans', { query, signal }),
  bookings: (query: Query, signal?: AbortSignal) => call('get', '/api/bookings', { query, signal }),
  bookingWhy: (id: string, signal?: AbortSignal) => call('get', '/api/bookings/{id}/why', { path: { id }, signal }),
  change: (id: string, body: BodyOf<'put', '/api/bookings/{id}'>) => call('put', '/api/bookings/{id}', { path: { id }, body }),
  withdraw: (id: string, reason: string) => call('post', '/api/bookings/{id}/withdraw', { path: { id }, body: { reason } }),
  months: (signal?: AbortSignal) => call('get', '/api/desk', { signal }),
  desk: (month: string, signal?: AbortSignal) => call('get', '/api/desk/{month}', { path: { month }, signal }),
  open: (month: string, body: BodyOf<'post', '/api/desk/{month}'>) => call('post', '/api/desk/{month}', { path: { month }, body }),
  approveWaiver: (month: string, body: BodyOf<'post', '/api/desk/{month}/waivers'>) => call('post', '/api/desk/{month}/waivers', { path: { month }, body }),
  approveException: (month: string, body: BodyOf<'post', '/api/desk/{month}/exceptions'>) => call('post', '/api/desk/{month}/exceptions', { path: { month }, body }),
  freeze: (month: string, body: BodyOf<'post', '/api/desk/{month}/freeze'>) => call('post', '/api/desk/{month}/freeze', { path: { month }, body }),
  announceValue: (month: string, publicValue: string) => call('post', '/api/desk/{month}/value', { path: { month }, body: { public_value: publicValue } }),
  confirmValue: (month: string, publicValue: string) => call('post', '/api/desk/{month}/value/confirm', { path: { month }, body: { public_value: publicValue } }),
  ceremonies: (signal?: AbortSignal) => call('get', '/api/ceremonies', { signal }),
  ceremony: (month: string, signal?: AbortSignal) => call('get', '/api/ceremonies/{month}', { path: { month }, signal }),
  ownPart: (month: string, signal?: AbortSignal) => call('get', '/api/seeds/own', { query: { month }, signal }),
  commit: (month: string, commitment: string) => call('post', '/api/seeds/commitments', { body: { month, commitment } }),
  reveal: (month: string, nonce: string) => call('post', '/api/seeds/reveals', { body: { month, nonce } }),
  step: (month: string, step: DeskStep, reason = '') => call('post', `/api/desk/{month}/${step}`, { path: { month }, body: reason ? { reason } : {} }),
  progressAddress: (month: string) => filled('/api/desk/{month}/progress', { month }),
}
