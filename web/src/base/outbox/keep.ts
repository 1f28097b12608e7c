// SPDX-License-Identifier: Apache-2.0
// The device's own database for drafts. A screen says "kept" only after the write is through.
import type { Draft } from './types'

const name = 'ankao-outbox'
const store = 'drafts'

function opened(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(name, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(store, { keyPath: 'id' }).createIndex('account', 'account')
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error)
  })
}

async function within<T>(mode: IDBTransactionMode, work: (drafts: IDBObjectStore) => IDBRequest<T> | undefined): Promise<T | undefined> {
  const database = await opened()
  try {
    return await new Promise<T | undefined>((done, failed) => {
      const transaction = database.transaction(store, mode, { durability: 'strict' })
      const asked = work(transaction.objectStore(store))
      transaction.oncomplete = () => done(asked?.result)
      transaction.onerror = transaction.onabort = () => failed(transaction.error)
    })
  } finally {
    database.close()
  }
}

export async function draftsOf(account: string): Promise<Draft[]> {
  const found = (await within('readonly', (drafts) => drafts.index('account').getAll(account) as IDBRequest<Draft[]>)) ?? []
  return found.sort((a, b) => a.changed - b.changed)
}

/** A plain copy: reactive objects cannot be stored. */
export async function keepDraft(draft: Draft): Promise<void> {
  const plain = JSON.parse(JSON.stringify(draft)) as Draft
  await within('readwrite', (drafts) => drafts.put(plain))
}

export async function dropDraft(id: string): Promise<void> {
  await within('readwrite', (drafts) => drafts.delete(id) as IDBRequest<undefined>)
}

export async function dropAllOf(account: string): Promise<void> {
  for (const draft of await draftsOf(account)) await dropDraft(draft.id)
}
