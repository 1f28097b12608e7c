// SPDX-License-Identifier: Apache-2.0
// Whether a file may be added, said before it is kept: by its ending, its size, and how a photo must begin. The server looks again.
import type { FileLimit } from '@/api/schema'

export type Refusal = { why: 'kind'; allowed: string } | { why: 'size'; kind: FileLimit } | { why: 'content' } | undefined

const endingOf = (name: string): string => name.split('.').pop()?.toLowerCase() ?? ''
const beginnings: Record<string, (bytes: Uint8Array) => boolean> = {
  jpg: (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff,
  jpeg: (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff,
  png: (b) => b[0] === 0x89 && b[1] === 0x50 && b[2] === 0x4e && b[3] === 0x47,
  webp: (b) => String.fromCharCode(...b.slice(0, 4)) === 'RIFF' && String.fromCharCode(...b.slice(8, 12)) === 'WEBP',
  pdf: (b) => String.fromCharCode(...b.slice(0, 5)) === '%PDF-',
}

export async function refusalOf(file: File, limits: FileLimit[]): Promise<Refusal> {
  if (!limits.length) return undefined // never learnt on this device: kept, and the server decides
  const ending = endingOf(file.name)
  const kind = limits.find((one) => one.endings.includes(ending))
  if (!kind) return { why: 'kind', allowed: limits.flatMap((one) => one.endings).join(' ') }
  if (file.size > kind.bytes) return { why: 'size', kind }
  const begins = beginnings[ending]
  if (begins && !begins(new Uint8Array(await file.slice(0, 16).arrayBuffer()))) return { why: 'content' }
  return undefined
}
