// SPDX-License-Identifier: Apache-2.0
// SM3 against the examples of GB/T 32905-2016 annex A, and against a second implementation's digests at the edges of a block.
import { createHash, getHashes } from 'node:crypto'
import { describe, expect, it } from 'vitest'

import { sm3 } from '@/base/sm3'

const text = (words: string) => new TextEncoder().encode(words)

describe('sm3', () => {
  it('gives the digests of the standard', () => {
    expect(sm3(text('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(sm3(text('abcd'.repeat(16)))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
    expect(sm3(text(''))).toBe('1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b')
  })
  it('agrees with OpenSSL at every length around a block, and over a view into a larger buffer', () => {
    expect(getHashes()).toContain('sm3')
    const all = Uint8Array.from({ length: 400 }, (_, i) => (i * 73 + 11) % 256)
    for (let length = 0; length <= 260; length++) {
      const part = all.subarray(3, 3 + length)
      expect([length, sm3(part)]).toEqual([length, createHash('sm3').update(part).digest('hex')])
    }
  })
})
