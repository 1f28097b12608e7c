// SPDX-License-Identifier: Apache-2.0
import { call, type BodyOf } from '@/api/client'
import type { Query } from '@/base/request/http'

export const enforcement = {
  decisions: (query: Query, signal?: AbortSignal) => call('get', '/api/decisions', { query, signal }),
  decision: (id: string, signal?: AbortSignal) => call('get', '/api/decisions/{id}', { path: { id }, signal }),
  grounds: (signal?: AbortSignal) => call('get', '/api/decision-grounds', { signal }),
  basis: (record: string, signal?: AbortSignal) => call('get', '/api/decision-basis/{record}', { path: { record }, signal }),
  propose: (body: BodyOf<'post', '/api/decisions'>) => call('post', '/api/decisions', { body }),
  sign: (id: string, body: BodyOf<'post', '/api/decisions/{id}/sign'>) => call('post', '/api/decisions/{id}/sign', { path: { id }, body }),
  takeBack: (id: string, reason: string) => call('post', '/api/decisions/{id}/take-back', { path: { id }, body: { reason } }),
}
