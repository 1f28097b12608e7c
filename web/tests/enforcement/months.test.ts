// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'

import { lastDay, yuan } from '@/enforcement/model/months'

describe('the last day of a suspension', () => {
  it('is the day before the same day, both ends included', () => {
    expect(lastDay('2023-12-01', 3)).toBe('2024-02-29')
    expect(lastDay('2023-12-01', 6)).toBe('2024-05-31')
    expect(lastDay('2024-02-20', 3)).toBe('2024-05-19')
  })
  it('follows the last day of a shorter month, as the server does', () => {
    expect(lastDay('2023-11-30', 3)).toBe('2024-02-28')
    expect(lastDay('2023-08-31', 6)).toBe('2024-02-28')
    expect(lastDay('2023-10-31', 4)).toBe('2024-02-28')
  })
  it('goes over the end of a year', () => expect(lastDay('2023-11-25', 3)).toBe('2024-02-24'))
})

describe('yuan', () => {
  it('shows fen only where there are some', () => {
    expect(yuan(500_000)).toBe('5000')
    expect(yuan(500_050)).toBe('5000.50')
  })
})
