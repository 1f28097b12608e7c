// SPDX-License-Identifier: Apache-2.0
// The participant's secret number: made, kept and digested on this device; it leaves it only when it is revealed.
import { readKept, writeKept } from '@/base/list/kept'
import { sm3 } from '@/base/sm3'

export interface KeptNonce {
  format: 'ankao-seed-nonce/1'
  month: string
  version: number
  participant: string
  nonce: string
  commitment: string
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))

/** SM3(participant id ‖ 0x00 ‖ nonce, 32 bytes). */
export function commitmentOf(participant: string, nonce: string): string {
  return sm3(new Uint8Array([...new TextEncoder().encode(participant), 0, ...bytesOf(nonce)]))
}

export function makeNonce(month: string, version: number, participant: string): KeptNonce {
  const nonce = hex(crypto.getRandomValues(new Uint8Array(32)))
  return { format: 'ankao-seed-nonce/1', month, version, participant, nonce, commitment: commitmentOf(participant, nonce) }
}

const key = (month: string, version: number, participant: string) => `seed.${month}.${version}.${participant}`
export const keepNonce = (one: KeptNonce): void => writeKept(key(one.month, one.version, one.participant), one)
export const keptNonce = (month: string, version: number, participant: string): KeptNonce | undefined => readKept<KeptNonce | undefined>(key(month, version, participant), undefined)
export const fileName = (one: KeptNonce): string => `ankao-nonce-${one.month}-v${one.version}-${one.participant}.json`
export const fileAddress = (one: KeptNonce): string => `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(one))}`

/** The nonce of a file that was kept, if it fits the commitment. */
export function readNonceFile(text: string, participant: string, commitment: string): string | undefined {
  try {
    const nonce = (JSON.parse(text) as Partial<KeptNonce>).nonce ?? ''
    return /^[0-9a-f]{64}$/.test(nonce) && commitmentOf(participant, nonce) === commitment ? nonce : undefined
  } catch {
    return undefined
  }
}
