// SPDX-License-Identifier: Apache-2.0
// Proofs of RFC 9162, section 2.1, with SM3: computed step by step, so that each step can be shown.
import { bytesOf, hexOf, sm3 } from './sm3'

export interface Step {
  side: 'left' | 'right' // where the hash of the path stands
  with: string
  result: string
}
export interface Inclusion {
  steps: Step[]
  root: string
  holds: boolean
}

function joined(prefix: number, ...hashes: string[]): string {
  const parts = hashes.map((hash) => bytesOf(hash) ?? new Uint8Array())
  const all = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0))
  all[0] = prefix
  let at = 1
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return hexOf(sm3(all))
}
export const leafHash = (bytes: string): string => joined(0, bytes)
export const nodeHash = (left: string, right: string): string => joined(1, left, right)

const odd = (n: number): boolean => n % 2 === 1
const half = (n: number): number => Math.floor(n / 2)

/** Event `number` (from 1) with its leaf hash in a log of `size` events. */
export function inclusion(number: number, size: number, leaf: string, path: string[], root: string): Inclusion {
  let fn = number - 1
  let sn = size - 1
  let hash = leaf
  let fits = Number.isInteger(number) && number >= 1 && number <= size
  const steps: Step[] = []
  for (const one of path) {
    if (sn === 0) fits = false
    const left = odd(fn) || fn === sn
    hash = left ? nodeHash(one, hash) : nodeHash(hash, one)
    steps.push({ side: left ? 'left' : 'right', with: one, result: hash })
    if (left) for (; !odd(fn) && fn !== 0; sn = half(sn)) fn = half(fn)
    fn = half(fn)
    sn = half(sn)
  }
  return { steps, root: hash, holds: fits && sn === 0 && hash === root }
}

/** That the log of `from` events is the beginning of that of `to`. */
export function consistent(from: number, to: number, fromRoot: string, toRoot: string, path: string[]): boolean {
  if (from < 1 || from > to) return false
  if (from === to) return path.length === 0 && fromRoot === toRoot
  let fn = from - 1
  let sn = to - 1
  for (; odd(fn); sn = half(sn)) fn = half(fn)
  const all = fn === 0 ? [fromRoot, ...path] : path
  let [fr, sr] = [all[0] ?? '', all[0] ?? '']
  for (const one of all.slice(1)) {
    if (sn === 0) return false
    if (odd(fn) || fn === sn) {
      fr = nodeHash(one, fr)
      sr = nodeHash(one, sr)
      for (; !odd(fn) && fn !== 0; sn = half(sn)) fn = half(fn)
    } else {
      sr = nodeHash(sr, one)
    }
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && fr === fromRoot && sr === toRoot
}
