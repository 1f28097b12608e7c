// SPDX-License-Identifier: Apache-2.0
// SM3 (GB/T 32905-2016), so that a file can be compared without leaving the device.

const start = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e]
const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by))
const rounds = Array.from({ length: 64 }, (_, j) => turned(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32))

function compress(state: Int32Array, block: DataView, at: number, w: Int32Array): void {
  for (let j = 0; j < 16; j++) w[j] = block.getInt32(at + 4 * j)
  for (let j = 16; j < 68; j++) {
    const x = w[j - 16]! ^ w[j - 9]! ^ turned(w[j - 3]!, 15)
    w[j] = x ^ turned(x, 15) ^ turned(x, 23) ^ turned(w[j - 13]!, 7) ^ w[j - 6]!
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let j = 0; j < 64; j++) {
    const top = turned(a, 12)
    const ss1 = turned((top + e + rounds[j]!) | 0, 7)
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g)
    const tt1 = (ff + d + (ss1 ^ top) + (w[j]! ^ w[j + 4]!)) | 0
    const tt2 = (gg + h + ss1 + w[j]!) | 0
    d = c
    c = turned(b, 9)
    b = a
    a = tt1
    h = g
    g = turned(f, 19)
    f = e
    e = tt2 ^ turned(tt2, 9) ^ turned(tt2, 17)
  }
  const next = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) state[i] = state[i]! ^ next[i]!
}

/** At most this much at a time: the screen stays alive while a video of 50 MB is read. */
const slice = 1024 * 1024

/** Of a file, read piece by piece. */
export async function sm3Of(file: Blob): Promise<string> {
  const state = Int32Array.from(start)
  const w = new Int32Array(68)
  for (let at = 0; at + slice <= file.size; at += slice) {
    const view = new DataView(await file.slice(at, at + slice).arrayBuffer())
    for (let block = 0; block < slice; block += 64) compress(state, view, block, w)
  }
  const whole = file.size - (file.size % slice)
  return ended(state, w, new Uint8Array(await file.slice(whole).arrayBuffer()), file.size)
}

/** Hexadecimal, small letters. */
export function sm3(bytes: Uint8Array): string {
  return ended(Int32Array.from(start), new Int32Array(68), bytes, bytes.length)
}

/** What is left, padded with the length of all. */
function ended(state: Int32Array, w: Int32Array, bytes: Uint8Array, length: number): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length - (bytes.length % 64)
  for (let at = 0; at < whole; at += 64) compress(state, view, at, w)
  const rest = bytes.length - whole
  const tail = new Uint8Array(rest < 56 ? 64 : 128)
  tail.set(bytes.subarray(whole))
  tail[rest] = 0x80
  const end = new DataView(tail.buffer)
  end.setUint32(tail.length - 8, Math.floor(length / 0x20000000))
  end.setUint32(tail.length - 4, (length % 0x20000000) * 8)
  for (let at = 0; at < tail.length; at += 64) compress(state, end, at, w)
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
