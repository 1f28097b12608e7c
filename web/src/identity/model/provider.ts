// SPDX-License-Identifier: Apache-2.0
// The page wanted before the browser went to the identity provider; it must survive that way, and no longer.
const key = 'ankao.next'

/** Only an address of this platform; anything else leads to the work list. */
export function ownAddress(asked: string): string {
  return asked.startsWith('/') && !asked.startsWith('//') ? asked : '/work'
}

export function keepNext(address: string): void {
  sessionStorage.setItem(key, address)
}

export function takeNext(): string {
  const kept = sessionStorage.getItem(key) ?? ''
  sessionStorage.removeItem(key)
  return ownAddress(kept)
}
