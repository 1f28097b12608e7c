// SPDX-License-Identifier: Apache-2.0
import { call, type BodyOf } from '@/api/client'
import type { Query } from '@/base/request/http'

export const inspection = {
  campaigns: (signal?: AbortSignal) => call('get', '/api/campaigns', { signal }),
  campaign: (id: string, signal?: AbortSignal) => call('get', '/api/campaigns/{id}', { path: { id }, signal }),
  start: (body: BodyOf<'post', '/api/campaigns'>) => call('post', '/api/campaigns', { body }),
  targets: (id: string, query: Query, signal?: AbortSignal) => call('get', '/api/campaigns/{id}/targets', { path: { id }, query, signal }),
  visits: (query: Query, signal?: AbortSignal) => call('get', '/api/visits', { query, signal }),
  visit: (id: string, signal?: AbortSignal) => call('get', '/api/visits/{id}', { path: { id }, signal }),
  plan: (body: BodyOf<'post', '/api/visits'>) => call('post', '/api/visits', { body }),
  sign: (id: string, body: BodyOf<'post', '/api/visits/{id}/sign'>) => call('post', '/api/visits/{id}/sign', { path: { id }, body }),
  files: (id: string, signal?: AbortSignal) => call('get', '/api/visits/{id}/files', { path: { id }, signal }),
  versions: (id: string, signal?: AbortSignal) => call('get', '/api/visits/{id}/versions', { path: { id }, signal }),
  problems: (query: Query, signal?: AbortSignal) => call('get', '/api/defects', { query, signal }),
  problem: (id: string, signal?: AbortSignal) => call('get', '/api/defects/{id}', { path: { id }, signal }),
  assign: (id: string, body: BodyOf<'post', '/api/defects/{id}/assign'>) => call('post', '/api/defects/{id}/assign', { path: { id }, body }),
  correct: (id: string, body: BodyOf<'post', '/api/defects/{id}/correct'>) => call('post', '/api/defects/{id}/correct', { path: { id }, body }),
  check: (id: string, body: BodyOf<'post', '/api/defects/{id}/check'>) => call('post', '/api/defects/{id}/check', { path: { id }, body }),
  checklists: (signal?: AbortSignal) => call('get', '/api/checklists', { signal }),
  checklist: (id: string, version: number, signal?: AbortSignal) => call('get', '/api/checklists/{id}', { path: { id }, query: { version }, signal }),
  content: (id: string, signal?: AbortSignal) => call('get', '/api/checklists/{id}/content', { path: { id }, signal }),
  enterVersion: (id: string, content: string) => call('post', '/api/checklists/{id}/versions', { path: { id }, body: { content } }),
  review: (id: string, version: number, body: BodyOf<'post', '/api/checklists/{id}/versions/{version}/review'>) => call('post', '/api/checklists/{id}/versions/{version}/review', { path: { id, version }, body }),
}
