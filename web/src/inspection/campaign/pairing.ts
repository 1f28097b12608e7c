// SPDX-License-Identifier: Apache-2.0
// The pairs of a year drawn again in the browser, by the published rule (the server's src/inspection/rules/pairing).
import { sm3 } from '@/base/sm3'

export interface DrawnPair {
  by: string
  of: string
}
const digest = (text: string): string => sm3(new TextEncoder().encode(text))
const ticket = (text: string): string => digest(`ankao-pairing/1\n${text}`)
export const ruleDigest = digest
export const seedOf = (ruleSm3: string, value: string): string => ticket(`seed\n${ruleSm3}\n${value}`)

const less = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Whether everybody of `by` can still get one of `of`. */
function complete(by: string[], of: string[], allowed: (by: string, of: string) => boolean): boolean {
  const taken = new Map<string, number>()
  const place = (i: number, seen: Set<string>): boolean =>
    of.some((one) => {
      if (seen.has(one) || !allowed(by[i]!, one)) return false
      seen.add(one)
      const other = taken.get(one)
      if (other !== undefined && !place(other, seen)) return false
      taken.set(one, i)
      return true
    })
  return by.every((_, i) => place(i, new Set()))
}

export function drawPairs(districts: string[], barred: DrawnPair[], seed: string): DrawnPair[] {
  const allowed = (by: string, of: string): boolean => by !== of && !barred.some((one) => one.by === by && one.of === of)
  const order = (one: string): string => ticket(`order\n${seed}\n${one}`)
  const choosing = [...districts].sort((a, b) => less(order(a), order(b)))
  let left = [...districts]
  const out: DrawnPair[] = []
  while (choosing.length) {
    const by = choosing.shift()!
    const wish = (of: string): string => ticket(`pair\n${seed}\n${by}\n${of}`)
    const of = [...left].sort((a, b) => less(wish(a), wish(b))).find((one) => allowed(by, one) && complete(choosing, left.filter((other) => other !== one), allowed))
    if (of === undefined) return []
    out.push({ by, of })
    left = left.filter((one) => one !== of)
  }
  return out
}
