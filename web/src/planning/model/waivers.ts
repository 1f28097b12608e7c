// SPDX-License-Identifier: Apache-2.0
// Waivers told by their basis: the sentence once, under it the institutions, each with its subjects.
import type { WaiverItem } from '@/api/schema'

export interface WaiverHouse { id: string; name: string; candidates: number; items: WaiverItem[] }
export interface WaiverBasis { key: string; clause: string; text: string; candidates: number; count: number; houses: WaiverHouse[] }

/** In the order of the record; nothing is left out: every waiver stands under exactly one basis and one institution. */
export function byBasis(waivers: WaiverItem[]): WaiverBasis[] {
  const out: WaiverBasis[] = []
  for (const one of waivers) {
    const key = `${one.clause} ${one.basis_text}`
    let basis = out.find((other) => other.key === key)
    if (!basis) out.push((basis = { key, clause: one.clause, text: one.basis_text, candidates: 0, count: 0, houses: [] }))
    let house = basis.houses.find((other) => other.id === one.institution)
    if (!house) basis.houses.push((house = { id: one.institution, name: one.institution_name, candidates: 0, items: [] }))
    house.items.push(one)
    house.candidates += one.candidates
    basis.candidates += one.candidates
    basis.count += 1
  }
  return out
}
