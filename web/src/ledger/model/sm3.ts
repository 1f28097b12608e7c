// SPDX-License-Identifier: Apache-2.0
// SM3 (GM/T 0004) in the browser, so that a proof is computed where it is looked at and nobody need be believed.
const start = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e]
const turned = (x: number, by: number): number => (x << (by & 31)) | (x >>> ((32 - by) & 31))

function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / 64) * 64
  const all = new Uint8Array(length)
  all.set(bytes)
  all[bytes.length] = 0x80
  const view = new DataView(all.buffer)
  view.setUint32(length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(length - 4, bytes.length << 3)
  return view
}

function words(view: DataView, at: number): number[] {
  const w: number[] = []
  for (let i = 0; i < 16; i++) w.push(view.getInt32(at + 4 * i))
  for (let i = 16; i < 68; i++) {
    const x = w[i - 16]! ^ w[i - 9]! ^ turned(w[i - 3]!, 15)
    w.push(x ^ turned(x, 15) ^ turned(x, 23) ^ turned(w[i - 13]!, 7) ^ w[i - 6]!)
  }
  return w
}

function compressed(state: number[], w: number[]): number[] {
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number]
  for (let j = 0; j < 64; j++) {
    const first = j < 16
    const ss1 = turned((turned(a, 12) + e + turned(first ? 0x79cc4519 : 0x7a879d8a, j)) | 0, 7)
    const tt1 = ((first ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + (ss1 ^ turned(a, 12)) + (w[j]! ^ w[j + 4]!)) | 0
    const tt2 = ((first ? e ^ f ^ g : (e & f) | (~e & g)) + h + ss1 + w[j]!) | 0
    ;[a, b, c, d, e, f, g, h] = [tt1, a, turned(b, 9), c, tt2 ^ turned(tt2, 9) ^ turned(tt2, 17), e, turned(f, 19), g]
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => word ^ state[i]!)
}

export function sm3(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes)
  let state = start
  for (let at = 0; at < view.byteLength; at += 64) state = compressed(state, words(view, at))
  const out = new DataView(new ArrayBuffer(32))
  state.forEach((word, i) => out.setInt32(4 * i, word))
  return new Uint8Array(out.buffer)
}

export const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Nothing for text that is no hexadecimal. */
export function bytesOf(hex: string): Uint8Array | undefined {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(hex)) return undefined
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16))
}
