// SPDX-License-Identifier: Apache-2.0
import { call, type BodyOf } from '@/api/client'

export const study = {
  simulations: (month: string, signal?: AbortSignal) => call('get', '/api/desk/{month}/studies', { path: { month }, signal }),
  simulation: (month: string, id: string, signal?: AbortSignal) => call('get', '/api/desk/{month}/studies/{id}', { path: { month, id }, signal }),
  askWhatIf: (month: string, body: BodyOf<'post', '/api/desk/{month}/studies/what-if'>) => call('post', '/api/desk/{month}/studies/what-if', { path: { month }, body }),
  demandAhead: (month: string) => call('get', '/api/desk/{month}/demand-ahead', { path: { month } }),
  askYear: (month: string, body: BodyOf<'post', '/api/desk/{month}/studies/year'>) => call('post', '/api/desk/{month}/studies/year', { path: { month }, body }),
  askChances: (month: string, body: BodyOf<'post', '/api/desk/{month}/studies/chances'>) => call('post', '/api/desk/{month}/studies/chances', { path: { month }, body }),
  chances: (month: string, signal?: AbortSignal) => call('get', '/api/studies/chances', { query: { month }, signal }),
  edits: (month: string, since: string | undefined, signal?: AbortSignal) => call('get', '/api/desk/{month}/edits', { path: { month }, query: { since }, signal }),
  unplaced: (month: string, signal?: AbortSignal) => call('get', '/api/studies/unplaced', { query: { month }, signal }),
  batch: (month: string, id: string, signal?: AbortSignal) => call('get', '/api/studies/{month}/batches/{id}', { path: { month, id }, signal }),
  institution: (month: string, id: string, signal?: AbortSignal) => call('get', '/api/studies/{month}/institutions/{id}', { path: { month, id }, signal }),
  site: (month: string, id: string, signal?: AbortSignal) => call('get', '/api/studies/{month}/sites/{id}', { path: { month, id }, signal }),
}
