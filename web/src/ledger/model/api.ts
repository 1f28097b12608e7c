// SPDX-License-Identifier: Apache-2.0
import { call } from '@/api/client'
import type { LedgerCheckpoint, LedgerEvent, LedgerHoldForm } from '@/api/schema'
import type { Page } from '@/base/list/types'
import { download, type Query } from '@/base/request/http'

export const ledger = {
  /** Without the list's order: events are always newest first. */
  async events(query: Query, signal?: AbortSignal): Promise<Page<LedgerEvent>> {
    const { sort: _sort, ...asked } = query
    const answer = await call('get', '/api/ledger/events', { query: asked, signal })
    return { ...answer, page: Number(query.page ?? 1), size: Number(query.size ?? 50) }
  },
  newest: (signal?: AbortSignal) => call('get', '/api/ledger/checkpoint', { signal }),
  key: (signal?: AbortSignal) => call('get', '/api/ledger/key', { signal }),
  lastCheck: (signal?: AbortSignal) => call('get', '/api/ledger/check', { signal }),
  async checkpoints(query: Query, signal?: AbortSignal): Promise<Page<LedgerCheckpoint>> {
    const { sort: _sort, ...asked } = query
    const answer = await call('get', '/api/ledger/checkpoints', { query: asked, signal })
    return { ...answer, page: Number(query.page ?? 1), size: Number(query.size ?? 50) }
  },
  event: (number: number, signal?: AbortSignal) => call('get', '/api/ledger/events/{number}', { path: { number }, signal }),
  proof: (number: number, signal?: AbortSignal) => call('get', '/api/ledger/events/{number}/proof', { path: { number }, signal }),
  consistency: (from: number, to: number, signal?: AbortSignal) => call('get', '/api/ledger/consistency', { query: { from, to }, signal }),
  retention: (signal?: AbortSignal) => call('get', '/api/ledger/retention', { signal }),
  holds: (signal?: AbortSignal) => call('get', '/api/ledger/holds', { signal }),
  place: (body: LedgerHoldForm) => call('post', '/api/ledger/holds', { body }),
  lift: (id: string, reason: string) => call('post', '/api/ledger/holds/{id}/lift', { path: { id }, body: { reason } }),
  export: () => download('/api/ledger/export', 'POST'),
  check: () => call('post', '/api/ledger/check', {}),
}
