// SPDX-License-Identifier: Apache-2.0
// One-time codes (RFC 6238) of demo accounts, and signing in with them. A code is taken once: sessions are kept and used again.
import { createHmac } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const seconds = 30

function bytesOf(base32) {
  let bits = ''
  for (const letter of base32.replace(/[\s=-]/g, '').toUpperCase()) bits += alphabet.indexOf(letter).toString(2).padStart(5, '0')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}

/** The code of a step of thirty seconds since 1970. */
export function codeOf(secret, step) {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const at = hash[19] & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The accounts that `ankao demo city` prints: account, password, secret ("-" when none), name. */
export function accountsOf(printed) {
  const found = {}
  for (const [, account, password, secret] of printed.matchAll(/^ {2}([a-z]+) +(\S{4,}-\S+) +([A-Z2-7]{16,}|-) /gm))
    found[account] = { account, password, ...(secret === '-' ? {} : { secret }) }
  return found
}

const clocks = new Map()
/** A server that lives in another time: how many milliseconds it is ahead of this machine. */
export const setClock = (address, ahead) => clocks.set(address, ahead)

export const serverNow = (address) => Date.now() + (clocks.get(address) ?? 0)

const used = new Map()
/** A code that was not used yet; waits for the clock only when the three steps that are taken now are used up. */
export async function freshCode(address, secret) {
  const present = () => Math.floor((Date.now() + (clocks.get(address) ?? 0)) / 1000 / seconds)
  const key = `${address} ${secret}`
  const late = (((Date.now() + (clocks.get(address) ?? 0)) / 1000) % seconds) > seconds / 2 // the step before may be over when the code arrives
  const step = Math.max((used.get(key) ?? 0) + 1, late ? present() : present() - 1)
  while (step > present() + 1) await new Promise((done) => setTimeout(done, 500))
  used.set(key, step)
  return codeOf(secret, step)
}

const kept = new Map()
/** Signs a browser's context in through the API, or gives it a session that was opened before and still lives. */
export async function enterWith(context, address, person) {
  const key = `${address} ${person.account} ${person.password}`
  const headers = { 'x-ankao': '1' }
  if (kept.has(key)) {
    await context.addCookies(kept.get(key))
    const who = await (await context.request.get(`${address}/api/session`)).json()
    if (who.account === person.account && who.signed_in) return
  }
  const { account, password } = person
  let answer = await context.request.post(`${address}/api/session`, { headers, data: { account, password } })
  if (answer.ok() && (await answer.json()).step === 'code') answer = await context.request.post(`${address}/api/session/code`, { headers, data: { code: await freshCode(address, person.secret) } })
  if (!answer.ok()) throw new Error(`sign-in of ${account} answered ${answer.status()}: ${await answer.text()}`)
  kept.set(key, (await context.cookies(address)).filter((cookie) => cookie.name.startsWith('ankao_')))
}
