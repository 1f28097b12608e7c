// SPDX-License-Identifier: Apache-2.0
import { call } from '@/api/client'

export const study = {
  edits: (month: string, since: string | undefined, signal?: AbortSignal) => call('get', '/api/desk/{month}/edits', { path: { month }, query: { since }, signal }),
  unplaced: (month: string, signal?: AbortSignal) => call('get', '/api/studies/{month}/unplaced', { path: { month }, signal }),
  batch: (month: string, id: string, signal?: AbortSignal) => call('get', '/api/studies/{month}/batches/{id}', { path: { month, id }, signal }),
  institution: (month: string, id: string, signal?: AbortSignal) => call('get', '/api/studies/{month}/institutions/{id}', { path: { month, id }, signal }),
  site: (month: string, id: string, signal?: AbortSignal) => call('get', '/api/studies/{month}/sites/{id}', { path: { month, id }, signal }),
}
