// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'

import { menuFor, presentEntry } from '@/base/session/menu'
import { browserName } from '@/identity/model/agent'
import { makeRouter } from '@/routes'

describe('the menu', () => {
  it('shows an entry to those who hold one of its permissions', () => {
    const names = (...held: string[]) => menuFor((one) => held.includes(one)).flatMap((group) => group.entries.map((entry) => entry.name))
    expect(names()).toEqual(['work', 'notices', 'office-deadlines', 'holidays', 'me'])
    expect(names('booking.list')).toContain('bookings')
    expect(names('booking.list')).not.toContain('desk')
    expect(names('account.list')).toContain('accounts')
  })
  it('leads only to pages that exist, and asks the same permissions as they do', () => {
    const router = makeRouter()
    for (const entry of menuFor(() => true).flatMap((group) => group.entries)) {
      expect(router.hasRoute(entry.name)).toBe(true)
      expect(router.resolve({ name: entry.name }).meta.permissions ?? []).toEqual(entry.permissions)
    }
  })
  it('marks the entry a page stands below', () => {
    expect(presentEntry('booking-new', '/work/bookings/new')).toBe('bookings')
    expect(presentEntry('draft', '/work/desk/2024-03/draft')).toBe('desk')
    expect(presentEntry('work', '/work')).toBe('work')
  })
})

describe('a sign-in', () => {
  it('is named by browser and system', () => {
    expect(browserName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0')).toBe('Edge 120 · Windows')
    expect(browserName('curl/8.0')).toBe('curl/8.0')
    expect(browserName('')).toBe('')
  })
})
