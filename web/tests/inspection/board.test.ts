// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'

import type { BoardDistrict, BoardHonesty } from '@/api/schema'
import { candour, percent, running, sums } from '@/board/model/figures'

const district = (targets: number, inspected: number): BoardDistrict => ({ district: '440103', district_name: '荔湾区', targets, inspected, failed: 1, self: 2, found: 3, open: 2, overdue: 1, closed: 1 })

describe('figures of a board', () => {
  it('adds districts up', () => {
    expect(sums([district(5, 3), district(2, 2)])).toEqual({ targets: 7, inspected: 5, failed: 2, self: 4, found: 6, open: 4, overdue: 2, closed: 2 })
    expect(sums([]).targets).toBe(0)
  })
  it('is 100 % only when nothing is missing and 0 % only when there is nothing', () => {
    expect([percent(0, 0), percent(0, 9), percent(1, 1000), percent(999, 1000), percent(1000, 1000), percent(1, 2)]).toEqual([0, 0, 1, 99, 100, 50])
  })
  it('adds up day by day, in order', () => {
    expect(running([{ day: '2023-11-25', found: 2, closed: 0 }, { day: '2023-11-21', found: 3, closed: 1 }])).toEqual([{ day: '2023-11-21', found: 3, closed: 1 }, { day: '2023-11-25', found: 5, closed: 1 }])
  })
  it('compares what units told with what was found', () => {
    const one = (self: number, official: number, units: number): BoardHonesty => ({ checklist: 'institution', scored: false, units, self_mean: 0, official_mean: 0, self_problems: self, official_problems: official })
    expect(candour([one(20, 60, 10), one(40, 60, 10)])).toBe(50)
    expect(candour([one(0, 0, 4)])).toBeUndefined()
  })
})
