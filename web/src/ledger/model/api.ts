// SPDX-License-Identifier: Apache-2.0
import { call } from '@/api/client'
import type { LedgerEvent } from '@/api/schema'
import type { Page } from '@/base/list/types'
import type { Query } from '@/base/request/http'

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
  check: () => call('post', '/api/ledger/check', {}),
}
