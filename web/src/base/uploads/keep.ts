// SPDX-License-Identifier: Apache-2.0
// The device's own database for files that are not sent yet.
import type { KeptFile } from './types'

const name = 'ankao-uploads'
const store = 'files'

function opened(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(name, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(store, { keyPath: 'id' }).createIndex('account', 'account')
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error)
  })
}

async function within<T>(mode: IDBTransactionMode, work: (files: IDBObjectStore) => IDBRequest<T> | undefined): Promise<T | undefined> {
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

export async function filesOf(account: string): Promise<KeptFile[]> {
  const found = (await within('readonly', (files) => files.index('account').getAll(account) as IDBRequest<KeptFile[]>)) ?? []
  return found.sort((a, b) => a.added - b.added)
}

export async function keepFile(file: KeptFile): Promise<void> {
  await within('readwrite', (files) => files.put({ ...file }))
}

export async function dropFile(id: string): Promise<void> {
  await within('readwrite', (files) => files.delete(id) as IDBRequest<undefined>)
}
