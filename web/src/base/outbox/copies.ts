// SPDX-License-Identifier: Apache-2.0
// Copies of records kept on the device for work without network: of one person, gone when that person signs out.
const name = 'ankao-copies'
const store = 'copies'

interface Copy { key: string; account: string; value: unknown; kept: number }

function opened(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(name, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(store, { keyPath: 'key' }).createIndex('account', 'account')
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error)
  })
}

async function within<T>(mode: IDBTransactionMode, work: (copies: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened()
  try {
    return await new Promise<T>((done, failed) => {
      const transaction = database.transaction(store, mode)
      const asked = work(transaction.objectStore(store))
      transaction.oncomplete = () => done(asked.result)
      transaction.onerror = transaction.onabort = () => failed(transaction.error)
    })
  } finally {
    database.close()
  }
}

const keyOf = (account: string, what: string): string => `${account} ${what}`

export async function keepCopy(account: string, what: string, value: unknown): Promise<void> {
  const copy: Copy = { key: keyOf(account, what), account, value: JSON.parse(JSON.stringify(value)) as unknown, kept: Date.now() }
  await within('readwrite', (copies) => copies.put(copy))
}

export async function copyOf<T>(account: string, what: string): Promise<{ value: T; kept: number } | undefined> {
  const found = (await within('readonly', (copies) => copies.get(keyOf(account, what)) as IDBRequest<Copy | undefined>))
  return found && { value: found.value as T, kept: found.kept }
}

export async function dropCopiesOf(account: string): Promise<void> {
  const keys = await within('readonly', (copies) => copies.index('account').getAllKeys(account))
  for (const key of keys) await within('readwrite', (copies) => copies.delete(key))
}
