// SPDX-License-Identifier: Apache-2.0
// One conflict leaves several batches without seats: it is told once, with all of them under it.
import type { UnplacedStudyItem } from '@/api/schema'

export interface Conflict { key: string; shortage: UnplacedStudyItem['shortage']; batches: UnplacedStudyItem[] }

/** Batches under the shortage that leaves them out, in the order they come; those that no shortage explains stand last. */
export function byShortage(items: UnplacedStudyItem[]): Conflict[] {
  const out = new Map<string, Conflict>()
  for (const one of items) {
    const key = one.shortage ? one.shortage.text : ''
    const conflict = out.get(key) ?? { key, shortage: one.shortage, batches: [] }
    conflict.batches.push(one)
    out.set(key, conflict)
  }
  return [...out.values()].sort((a, b) => Number(!a.shortage) - Number(!b.shortage))
}
