// SPDX-License-Identifier: Apache-2.0
import { call, type BodyOf } from '@/api/client'
import type { Query } from '@/base/request/http'

export const reporting = {
  returns: (query: Query, signal?: AbortSignal) => call('get', '/api/returns', { query, signal }),
  return: (id: string, signal?: AbortSignal) => call('get', '/api/returns/{id}', { path: { id }, signal }),
  records: (id: string, query: Query, signal?: AbortSignal) => call('get', '/api/returns/{id}/records', { path: { id }, query, signal }),
  correct: (id: string, body: BodyOf<'post', '/api/returns/{id}/cells'>) => call('post', '/api/returns/{id}/cells', { path: { id }, body }),
  send: (id: string, body: BodyOf<'post', '/api/returns/{id}/send'>) => call('post', '/api/returns/{id}/send', { path: { id }, body }),
  reopen: (id: string, reason: string) => call('post', '/api/returns/{id}/reopen', { path: { id }, body: { reason } }),
}
