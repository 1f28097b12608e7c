// SPDX-License-Identifier: Apache-2.0
import { call, filled, type BodyOf } from '@/api/client'
import type { FailureState, ObjectionState, SiteState } from '@/api/schema'
import type { Tone } from '@/base/parts/tone'
import type { Query } from '@/base/request/http'

export const after = {
  show: (month: string, signal?: AbortSignal) => call('get', '/api/after/{month}', { path: { month }, signal }),
  sites: (month: string, query: Query, signal?: AbortSignal) => call('get', '/api/after/{month}/sites', { path: { month }, query, signal }),
  sitesExport: (month: string) => filled('/api/after/{month}/sites/export', { month }),
  own: (signal?: AbortSignal) => call('get', '/api/own-sessions', { signal }),
  answer: (month: string, body: BodyOf<'post', '/api/after/{month}/answers'>) => call('post', '/api/after/{month}/answers', { path: { month }, body }),
  makeFiling: (month: string, document: string) => call('post', '/api/after/{month}/filing', { path: { month }, body: document ? { document } : {} }),
  recordFiling: (month: string, body: BodyOf<'post', '/api/after/{month}/filing/receipt'>) => call('post', '/api/after/{month}/filing/receipt', { path: { month }, body }),
  redraw: (month: string, body: BodyOf<'post', '/api/after/{month}/redraw'>) => call('post', '/api/after/{month}/redraw', { path: { month }, body }),
  confirm: (month: string, note: string) => call('post', '/api/after/{month}/confirm', { path: { month }, body: note ? { note } : {} }),
  failures: (query: Query, signal?: AbortSignal) => call('get', '/api/failures', { query, signal }),
  recordFailure: (body: BodyOf<'post', '/api/failures'>) => call('post', '/api/failures', { body }),
  failureWhy: (id: string, signal?: AbortSignal) => call('get', '/api/failures/{id}/why', { path: { id }, signal }),
  decideFailure: (id: string, step: 'verify' | 'waive', reason: string) => call('post', `/api/failures/{id}/${step}`, { path: { id }, body: reason ? { reason } : {} }),
  endings: (query: Query, signal?: AbortSignal) => call('get', '/api/endings', { query, signal }),
  endingWhy: (id: string, signal?: AbortSignal) => call('get', '/api/endings/{id}/why', { path: { id }, signal }),
  prepareEnding: (id: string, body: BodyOf<'post', '/api/endings/{id}/prepare'>) => call('post', '/api/endings/{id}/prepare', { path: { id }, body }),
  decideEnding: (id: string) => call('post', '/api/endings/{id}/decide', { path: { id } }),
  dropEnding: (id: string, reason: string) => call('post', '/api/endings/{id}/drop', { path: { id }, body: { reason } }),
  changes: (month: string, query: Query, signal?: AbortSignal) => call('get', '/api/plans/{month}/changes', { path: { month }, query, signal }),
  changesExport: (month: string) => filled('/api/plans/{month}/changes/export', { month }),
  admission: (month: string, code: string, signal?: AbortSignal) => call('get', '/api/admission', { query: { month, code }, signal }),
  ownAdmission: (signal?: AbortSignal) => call('get', '/api/own-admission', { signal }),
  object: (body: BodyOf<'post', '/api/objections'>) => call('post', '/api/objections', { body }),
  track: (receipt: string, signal?: AbortSignal) => call('get', '/api/objections/receipt', { query: { receipt }, signal }),
  objections: (query: Query, signal?: AbortSignal) => call('get', '/api/objections', { query, signal }),
  answerObjection: (id: string, body: BodyOf<'post', '/api/objections/{id}/answer'>) => call('post', '/api/objections/{id}/answer', { path: { id }, body }),
  confirmObjection: (id: string, uphold: boolean) => call('post', '/api/objections/{id}/confirm', { path: { id }, body: { uphold } }),
}

export const siteTone: Record<SiteState, Tone> = { waiting: 'due', confirmed: 'done', refused: 'wrong', silent: 'exception' }
export const failureTone: Record<FailureState, Tone> = { reported: 'due', verified: 'wrong', waived: 'idle', withdrawn: 'idle' }
export const objectionTone: Record<ObjectionState, Tone> = { open: 'due', proposed: 'due', upheld: 'done', rejected: 'idle' }
