// SPDX-License-Identifier: Apache-2.0
// Personal numbers in drafts do not stand on the device in clear: what a draft names as secret is sealed before it is kept, under a key of
// this browser that no script can read out, and opened only when it is sent. Screens have the masked text.
import type { Draft } from './types'

const name = 'ankao-keys'
const store = 'keys'
const ivBytes = 12
const head = 4
const tail = 4

/** What stands in the place of a secret. */
export interface Sealed { sealed: string; iv: string; masked: string }

function within<T>(mode: IDBTransactionMode, work: (keys: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(name, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(store)
    asked.onerror = () => failed(asked.error)
    asked.onsuccess = () => {
      const database = asked.result
      const transaction = database.transaction(store, mode)
      const answer = work(transaction.objectStore(store))
      transaction.oncomplete = () => (database.close(), done(answer.result))
      transaction.onerror = transaction.onabort = () => (database.close(), failed(transaction.error))
    }
  })
}

/** Made when it is first needed. Two pages that make one at once agree on the one that was kept first. */
async function keyOf(account: string): Promise<CryptoKey> {
  const kept = await within<CryptoKey | undefined>('readonly', (keys) => keys.get(account) as IDBRequest<CryptoKey | undefined>)
  if (kept) return kept
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await within('readwrite', (keys) => keys.add(made, account)).catch(() => undefined)
  return (await within<CryptoKey | undefined>('readonly', (keys) => keys.get(account) as IDBRequest<CryptoKey | undefined>)) ?? made
}

export async function forgetKeyOf(account: string): Promise<void> {
  await within('readwrite', (keys) => keys.delete(account) as IDBRequest<undefined>)
}

export const masked = (clear: string): string => (clear.length <= head + tail ? '*'.repeat(clear.length) : `${clear.slice(0, head)}${'*'.repeat(clear.length - head - tail)}${clear.slice(-tail)}`)

const text = (bytes: ArrayBuffer | Uint8Array): string => btoa(String.fromCharCode(...new Uint8Array(bytes)))
const bytes = (written: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(written), (one) => one.charCodeAt(0))
const isSealed = (value: unknown): value is Sealed => typeof value === 'object' && value !== null && 'sealed' in value && 'iv' in value

async function seal(account: string, clear: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  return { sealed: text(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(account), new TextEncoder().encode(clear))), iv: text(iv), masked: masked(clear) }
}

/** The draft as it may be kept. What is sealed already stays so; what was sent keeps only the masked text. */
export async function sealedDraft(draft: Draft): Promise<Draft> {
  if (!draft.secret?.length) return draft
  const out = { ...draft, body: { ...(draft.body as Record<string, unknown>) }, form: { ...(draft.form as Record<string, unknown>) } }
  for (const key of draft.secret) {
    const value = out.body[key]
    const kept = isSealed(value) ? value : typeof value === 'string' ? await seal(draft.account, value) : undefined
    if (kept) out.body[key] = draft.state === 'sent' ? kept.masked : kept
    if (kept) out.form[key] = kept.masked
  }
  return out
}

/** What is sent: the secrets in clear, in their places. */
export async function openedBody(draft: Draft): Promise<unknown> {
  if (!draft.secret?.length) return draft.body
  const out = { ...(draft.body as Record<string, unknown>) }
  for (const key of draft.secret) {
    const value = out[key]
    if (!isSealed(value)) continue
    out[key] = new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(value.iv) }, await keyOf(draft.account), bytes(value.sealed)))
  }
  return out
}
