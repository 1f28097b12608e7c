// SPDX-License-Identifier: Apache-2.0
// Sends one file: asks how far it is, sends the next parts, finishes. May be broken off and called again at any moment.
import { call } from '@/api/client'
import type { UploadView } from '@/api/schema'

import { ProblemError } from '../request/problem'
import type { KeptFile } from './types'

/** Small enough that little is sent twice on a bad network. */
const part = 512 * 1024
/** A part that nobody answers for so long counts as cut off, and is asked about again. */
const patience = 60_000

const begin = (kept: KeptFile, signal: AbortSignal): Promise<UploadView> =>
  call('post', '/api/uploads', { body: { id: kept.id, subject_kind: kept.kind, subject: kept.subject, name: kept.name, size: kept.size, captured_at: new Date(kept.captured).toISOString(), ...(kept.sm3 ? { sm3: kept.sm3 } : {}), ...(kept.place ?? {}) }, signal })

async function sendPart(kept: KeptFile, from: number, most: number, signal: AbortSignal): Promise<UploadView> {
  const form = new FormData()
  form.append('offset', String(from))
  form.append('file', kept.file.slice(from, from + Math.min(part, most)), 'part')
  try {
    return await call('post', '/api/uploads/{id}/parts', { path: { id: kept.id }, body: form, signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]) })
  } catch (error) {
    // The answer to an earlier sending was lost: the server says where to go on.
    if (error instanceof ProblemError && error.problem.id === 'uploads.offset') return call('get', '/api/uploads/{id}', { path: { id: kept.id }, signal })
    throw error
  }
}

export async function sendFile(kept: KeptFile, signal: AbortSignal, told: (offset: number) => void): Promise<void> {
  let view = await begin(kept, signal)
  told(view.offset)
  while (view.state === 'open' && view.offset < view.size) {
    view = await sendPart(kept, view.offset, view.part_bytes, signal)
    told(view.offset)
  }
  await call('post', '/api/uploads/{id}/finish', { path: { id: kept.id }, signal })
}

export const giveUp = (id: string): Promise<void> => call('post', '/api/uploads/{id}/cancel', { path: { id } })
