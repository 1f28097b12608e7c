// SPDX-License-Identifier: Apache-2.0
// The browser's SM3 and proofs: vectors of GM/T 0004, and trees of every small size built the plain way.
import { describe, expect, it } from 'vitest'

import { consistent, inclusion, leafHash, nodeHash } from '@/ledger/model/proof'
import { bytesOf, hexOf, sm3 } from '@/ledger/model/sm3'

const text = (words: string) => new TextEncoder().encode(words)
const leaves = Array.from({ length: 20 }, (_, i) => leafHash(hexOf(text(`event ${i}`))))

const split = (n: number): number => 2 ** Math.floor(Math.log2(n - 1))
function root(from: number, to: number): string {
  if (to - from === 1) return leaves[from]!
  const middle = from + split(to - from)
  return nodeHash(root(from, middle), root(middle, to))
}
function pathOf(index: number, from: number, to: number): string[] {
  if (to - from === 1) return []
  const middle = from + split(to - from)
  return index < middle ? [...pathOf(index, from, middle), root(middle, to)] : [...pathOf(index, middle, to), root(from, middle)]
}
function between(m: number, from: number, to: number, whole: boolean): string[] {
  if (m === to) return whole ? [] : [root(from, to)]
  const middle = from + split(to - from)
  return m <= middle ? [...between(m, from, middle, whole), root(middle, to)] : [...between(m, middle, to, false), root(from, middle)]
}

describe('SM3', () => {
  it('gives the vectors of the standard', () => {
    expect(hexOf(sm3(text('abc')))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(hexOf(sm3(text('abcd'.repeat(16))))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
    expect(hexOf(sm3(new Uint8Array()))).toBe('1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b')
  })
  it('reads only hexadecimal', () => {
    expect(bytesOf('0g')).toBeUndefined()
    expect(bytesOf('abc')).toBeUndefined()
    expect(hexOf(bytesOf('00Ff')!)).toBe('00ff')
  })
})

describe('proofs', () => {
  it('include every event of every small log, and nothing else', () => {
    for (let size = 1; size <= 20; size++)
      for (let number = 1; number <= size; number++) {
        const path = pathOf(number - 1, 0, size)
        const proof = inclusion(number, size, leaves[number - 1]!, path, root(0, size))
        expect(proof.holds, `${number} of ${size}`).toBe(true)
        expect(proof.steps.length).toBe(path.length)
        expect(inclusion(number, size, leaves[number % 20]!, path, root(0, size)).holds).toBe(false)
        expect(inclusion(number, size, leaves[number - 1]!, [...path, leaves[0]!], root(0, size)).holds).toBe(false)
      }
    expect(inclusion(2, 1, leaves[0]!, [], leaves[0]!).holds).toBe(false)
  })
  it('show that one log continues the other', () => {
    for (let to = 1; to <= 20; to++)
      for (let from = 1; from <= to; from++) {
        const path = between(from, 0, to, true)
        expect(consistent(from, to, root(0, from), root(0, to), path), `${from} ${to}`).toBe(true)
        expect(consistent(from, to, leaves[19]!, root(0, to), path)).toBe(from === 20 && to === 20 && leaves[19] === root(0, 20))
      }
  })
})
