// SPDX-License-Identifier: Apache-2.0
import { call } from '@/api/client'
import type { Tone } from '@/base/parts/tone'
import { download, type Query } from '@/base/request/http'

export interface Wanted {
  kind: string
  record: string
  party?: string
}

export const documents = {
  kinds: (signal?: AbortSignal) => call('get', '/api/documents/kinds', { signal }),
  list: (query: Query, signal?: AbortSignal) => call('get', '/api/documents', { query, signal }),
  show: (id: string, signal?: AbortSignal) => call('get', '/api/documents/{id}', { path: { id }, signal }),
  preview: (wanted: Wanted, signal?: AbortSignal) => call('post', '/api/documents/preview', { body: wanted, signal }),
  issue: (wanted: Wanted) => call('post', '/api/documents', { body: wanted }),
  sign: (id: string) => call('post', '/api/documents/{id}/sign', { path: { id } }),
  withdraw: (id: string, reason: string) => call('post', '/api/documents/{id}/withdraw', { path: { id }, body: { reason } }),
  replace: (id: string, reason: string) => call('post', '/api/documents/{id}/replace', { path: { id }, body: { reason } }),
  verify: (code: string, signal?: AbortSignal) => call('get', '/api/verify/{code}', { path: { code }, signal }),
  save: (id: string, format: string) => download(`/api/documents/${encodeURIComponent(id)}/files/${format}`),
  saveVerified: (code: string, format: string) => download(`/api/verify/${encodeURIComponent(code)}/file?format=${format}`),
  picture: (id: string, page: number) => `/api/documents/${encodeURIComponent(id)}/pages/${page}`,
}

export const stateTone: Record<string, Tone> = { proposed: 'due', issued: 'done', withdrawn: 'wrong', replaced: 'idle' }

/** "7kq2 m9xp rt0a" as it is looked up: the server reads blanks, hyphens and small letters, the address shall not have them. */
export const plainCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase()
