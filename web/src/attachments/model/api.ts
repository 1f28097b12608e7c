// SPDX-License-Identifier: Apache-2.0
import { call } from '@/api/client'
import type { AttachmentView } from '@/api/schema'
import type { Tone } from '@/base/parts/tone'

export const attachments = {
  list: (kind: string, subject: string, signal?: AbortSignal) => call('get', '/api/attachments', { query: { kind, subject }, signal }),
  show: (id: string) => call('get', '/api/attachments/{id}', { path: { id } }),
  withdraw: (id: string, reason: string) => call('post', '/api/attachments/{id}/withdraw', { path: { id }, body: { reason } }),
  locate: (id: string, reason: string) => call('post', '/api/attachments/{id}/locate', { path: { id }, body: { reason } }),
  storage: (signal?: AbortSignal) => call('get', '/api/storage', { signal }),
  check: () => call('post', '/api/storage/check', {}),
}

export const pictureOf = (id: string, large = false): string => `/api/attachments/${id}/thumbnail${large ? '?large=true' : ''}`
export const contentOf = (id: string, show = false): string => `/api/attachments/${id}/content${show ? '?show=true' : ''}`

const scanTones: Record<string, Tone> = { clean: 'done', unchecked: 'due', infected: 'wrong' }
export const scanTone = (one: AttachmentView): Tone => scanTones[one.scan] ?? 'idle'

/** "2026-04-10 09:12:33 +08:00" by the camera's clock. */
export const takenText = (one: AttachmentView): string => [one.taken, one.zone].filter(Boolean).join(' ')
