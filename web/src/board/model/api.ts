// SPDX-License-Identifier: Apache-2.0
import { call } from '@/api/client'

export const boards = {
  campaign: (id: string, signal?: AbortSignal) => call('get', '/api/campaigns/{id}/board', { path: { id }, signal }),
  returns: (id: string, signal?: AbortSignal) => call('get', '/api/campaigns/{id}/return-completeness', { path: { id }, signal }),
  measures: (id: string, signal?: AbortSignal) => call('get', '/api/campaigns/{id}/measures', { path: { id }, signal }),
}
