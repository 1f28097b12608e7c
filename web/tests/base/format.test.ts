// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'

import { addMonths, formatDay, formatInstant, formatMonth, formatSession, today, weekdayFromMonday } from '@/base/format/date'
import { formatBytes, formatCount, formatDistance, formatShare, groupedDigest } from '@/base/format/number'

describe('dates', () => {
  it('are written with their weekday and slot', () => {
    expect(formatSession('2024-03-05', 'am', 'zh')).toBe('2024-03-05 周二 上午')
    expect(formatSession('2024-03-05', 'pm', 'en')).toBe('2024-03-05 Tue afternoon')
  })
  it('leave what is no date as it is, and nothing as a dash', () => {
    expect(formatDay('', 'zh')).toBe('—')
    expect(formatDay(null, 'zh')).toBe('—')
    expect(formatDay('待定', 'zh')).toBe('待定')
  })
  it('count weekdays from Monday', () => {
    expect([weekdayFromMonday('2024-03-04'), weekdayFromMonday('2024-03-10')]).toEqual([0, 6])
  })
  it('name months in both languages', () => {
    expect(formatMonth('2024-03', 'zh')).toBe('2024 年 3 月')
    expect(formatMonth('2024-03', 'en')).toBe('March 2024')
    expect(formatMonth('x', 'en')).toBe('x')
  })
  it('carry over the year when months are added', () => {
    expect(addMonths('2024-12', 1)).toBe('2025-01')
    expect(addMonths('2024-01', -1)).toBe('2023-12')
  })
  it('show instants in the time of the city, wherever the browser is', () => {
    expect(formatInstant('2024-02-29T16:30:00Z', 'zh')).toBe('2024-03-01 周五 00:30')
    expect(formatInstant('2024-02-23T10:00:00+08:00', 'en')).toBe('2024-02-23 Fri 10:00')
    expect(formatInstant('', 'zh')).toBe('—')
    expect(today(new Date('2024-02-29T16:30:00Z'))).toBe('2024-03-01')
  })
})

describe('numbers', () => {
  it('are grouped, and missing ones a dash', () => {
    expect(formatCount(8312)).toBe('8,312')
    expect(formatCount(null)).toBe('—')
  })
  it('change from metres to kilometres at one kilometre', () => {
    expect(formatDistance(999, 'zh')).toBe('999 米')
    expect(formatDistance(1000, 'zh')).toBe('1.0 公里')
    expect(formatDistance(8449, 'en')).toBe('8.4 km')
  })
  it('give no share of nothing', () => {
    expect(formatShare(1, 0)).toBe('—')
    expect(formatShare(436, 480)).toBe('91%')
  })
  it('group digests by eight', () => {
    expect(groupedDigest('66c7f0f462eeedd9d1f2')).toBe('66c7f0f4 62eeedd9 d1f2')
    expect(groupedDigest('')).toBe('')
  })
  it('round sizes of files', () => {
    expect([formatBytes(999), formatBytes(204_111), formatBytes(1_230_000)]).toEqual(['999 B', '204 kB', '1.2 MB'])
  })
})
