// SPDX-License-Identifier: Apache-2.0
import { call } from '@/api/client'
import type { LedgerHoldForm } from '@/api/schema'
import { download, type Query } from '@/base/request/http'

export const ledger = {
  events: (query: Query, signal?: AbortSignal) => call('get', '/api/ledger/events', { query, signal }),
  newest: (signal?: AbortSignal) => call('get', '/api/ledger/checkpoint', { signal }),
  key: (signal?: AbortSignal) => call('get', '/api/ledger/key', { signal }),
  lastCheck: (signal?: AbortSignal) => call('get', '/api/ledger/check', { signal }),
  checkpoints: (query: Query, signal?: AbortSignal) => call('get', '/api/ledger/checkpoints', { query, signal }),
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
