// SPDX-License-Identifier: Apache-2.0
// The small sums of the timetable: which week, which day, how many seats.
import { describe, expect, it } from 'vitest'

import type { CalendarDay, SessionItem } from '@/api/schema'
import { dayToShow, free, ownSeats, percentText, sessionsText, weekOf } from '@/planning/model/before'

/** March 2024 begins on a Friday. */
const days = Array.from({ length: 31 }, (_, i) => ({ date: `2024-03-${String(i + 1).padStart(2, '0')}`, weekday: ((i + 4) % 7) + 1, working: true, label: '', cells: [] })) as CalendarDay[]
const session = (date: string, seats = 40, candidates = 30) => ({ date, seats, candidates, batches: [{ candidates: 12 }, { candidates: 3 }] }) as SessionItem

describe('timetable', () => {
  it('a week goes from Monday to Sunday and is cut at the ends of the month', () => {
    expect(weekOf(days, '2024-03-06').map((one) => one.date)).toEqual(['2024-03-04', '2024-03-05', '2024-03-06', '2024-03-07', '2024-03-08', '2024-03-09', '2024-03-10'])
    expect(weekOf(days, '2024-03-04')).toEqual(weekOf(days, '2024-03-10'))
    expect(weekOf(days, '2024-03-31').map((one) => one.date)).toEqual(['2024-03-25', '2024-03-26', '2024-03-27', '2024-03-28', '2024-03-29', '2024-03-30', '2024-03-31'])
    expect(weekOf(days, '2024-03-01').map((one) => one.date)).toEqual(['2024-03-01', '2024-03-02', '2024-03-03'])
    expect(weekOf(days, '2024-04-01')).toEqual([])
  })
  it('opens with the next day that has a session, else the first', () => {
    const sessions = [session('2024-03-12'), session('2024-03-05')]
    expect(dayToShow(days, sessions, '2024-03-05')).toBe('2024-03-05')
    expect(dayToShow(days, sessions, '2024-03-06')).toBe('2024-03-12')
    expect(dayToShow(days, sessions, '2024-03-13')).toBe('2024-03-05')
    expect(dayToShow(days, [], '2024-03-13')).toBe('2024-03-01')
  })
  it('counts seats', () => {
    expect(ownSeats(session('2024-03-05'))).toBe(15)
    expect(free(session('2024-03-05'))).toBe(10)
    expect(free(session('2024-03-05', 20, 21))).toBe(0)
  })
  it('writes thousandths and permille', () => {
    expect(sessionsText(12_345)).toBe('12.3')
    expect(percentText(123)).toBe('12.3%')
  })
})
