// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, it } from 'vitest'

import { sm3 } from '@/base/sm3'
import { momentOf } from '@/planning/model/moment'
import { commitmentOf, fileAddress, fileName, keepNonce, keptNonce, makeNonce, readNonceFile } from '@/planning/model/nonce'

describe('the number of a participant', () => {
  beforeEach(() => localStorage.clear())

  it('is committed to as SM3(id, 0x00, nonce)', () => {
    const nonce = '02'.repeat(32)
    const bytes = new Uint8Array([0x54, 0x30, 0x31, 0, ...Array<number>(32).fill(2)])
    expect(commitmentOf('T01', nonce)).toBe(sm3(bytes))
    expect(commitmentOf('T02', nonce)).not.toBe(sm3(bytes))
  })

  it('is another one every time, kept on the device and read back from its file', () => {
    const one = makeNonce('2026-06', 1, 'GZ-A01')
    expect(one.nonce).toMatch(/^[0-9a-f]{64}$/)
    expect(makeNonce('2026-06', 1, 'GZ-A01').nonce).not.toBe(one.nonce)
    keepNonce(one)
    expect(keptNonce('2026-06', 1, 'GZ-A01')).toEqual(one)
    expect(keptNonce('2026-06', 2, 'GZ-A01')).toBeUndefined()
    const text = decodeURIComponent(fileAddress(one).split(',')[1]!)
    expect(readNonceFile(text, 'GZ-A01', one.commitment)).toBe(one.nonce)
    expect(readNonceFile(text, 'GZ-A02', one.commitment)).toBeUndefined()
    expect(readNonceFile('{', 'GZ-A01', one.commitment)).toBeUndefined()
    expect(fileName(one)).toBe('ankao-nonce-2026-06-v1-GZ-A01.json')
  })
})

describe('momentOf', () => {
  it('takes fields with and without seconds as Chinese time', () => {
    expect(momentOf('2026-04-10T09:00')).toBe('2026-04-10T09:00:00+08:00')
    expect(momentOf('2026-04-10T09:00:05')).toBe('2026-04-10T09:00:05+08:00')
    expect(momentOf('')).toBeUndefined()
  })
})
