// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'

import type { CalendarDay, DemandItem, Levels, SessionItem, RungItem, WaiverItem } from '@/api/schema'
import { bodyOf, emptyBooking } from '@/planning/model/bookingForm'
import { barOf, bySlot, placeKey, siteLines, weeksOf } from '@/planning/model/calendar'
import { shortages } from '@/planning/model/demand'
import { blocking, possible } from '@/planning/model/deskActions'
import { firstShown, ladderOf, passedOver } from '@/planning/model/ladder'
import { compareLevels, isComputed } from '@/planning/model/levels'
import { sparkline } from '@/planning/model/sparkline'
import { stageLine } from '@/planning/model/stages'
import { byBasis } from '@/planning/model/waivers'

const session = (over: Partial<SessionItem>) => ({ date: '2024-03-05', slot: 'am', site: 'S1', site_name: '甲', subject: 'OP01', seats: 40, candidates: 38, ...over }) as SessionItem
const day = (date: string) => ({ date, weekday: 1, working: true, label: '', cells: [] }) as CalendarDay
const rung = (place: number, over: Partial<RungItem> = {}) => ({ place, site: `S${place}`, band: 1, in_offer: place <= 4, seated: 0, outcome: 'spare', rules: [], earlier_batches: [], later_batches: [], ...over }) as unknown as RungItem
const levels = (over: Partial<Levels> = {}): Levels => ({ u: 0, e: 0, x: 0, j: 0, v: 0, q: 0, ...over })

describe('the calendar', () => {
  it('begins each week on Monday and fills the ends with nothing', () => {
    const weeks = weeksOf(Array.from({ length: 31 }, (_, i) => day(`2024-03-${String(i + 1).padStart(2, '0')}`)))
    expect(weeks).toHaveLength(5)
    expect(weeks[0]!.map((one) => one?.date.slice(8) ?? null)).toEqual([null, null, null, null, '01', '02', '03'])
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    expect(weeksOf([])).toEqual([])
  })
  it('fills a bar to its seats, group by group', () => {
    const bar = barOf([session({}), session({ subject: 'OP04', candidates: 20 }), session({ candidates: 2 })], (id) => (id === 'OP01' ? 'electrical' : 'welding'), ['electrical', 'welding', 'height'])
    expect(bar).toMatchObject({ sessions: 3, seats: 120, candidates: 60 })
    expect(bar.segments.map((one) => [one.group, one.sessions, Math.round(one.percent)])).toEqual([['electrical', 2, 33], ['welding', 1, 17]])
    expect(barOf([], () => '', ['electrical']).segments).toEqual([])
  })
  it('finds the sessions of a slot, and of a site', () => {
    const all = [session({}), session({ slot: 'pm' }), session({ site: 'S2' })]
    expect(bySlot(all).get(placeKey('2024-03-05', 'am'))).toHaveLength(2)
    expect(bySlot(all, true).get(placeKey('2024-03-05', 'am', 'S2'))).toHaveLength(1)
  })
  it('puts the busiest site first', () => {
    expect(siteLines([session({ site: 'S2', site_name: '乙' }), session({}), session({ site: 'S2', site_name: '乙', candidates: 2 })]).map((one) => [one.site, one.sessions, one.candidates])).toEqual([['S2', 2, 40], ['S1', 1, 38]])
  })
})

describe('the ladder', () => {
  it('asks for a reason at every rung that was passed over', () => {
    const rungs = ladderOf({ order: [rung(1, { outcome: 'barred' }), rung(2, { outcome: 'taken' }), rung(3, { outcome: 'seated' }), rung(4, { outcome: 'spare' })] } as never)
    expect(passedOver(rungs).map((one) => one.place)).toEqual([1, 2])
  })
  it('draws a divider above each band and a line below the offer', () => {
    const rungs = ladderOf({ order: [rung(1), rung(2), rung(3, { band: 2 }), rung(4, { band: 2, seated: 5 }), rung(5, { band: 3 })] } as never)
    expect(rungs.map((one) => one.startsBand)).toEqual([true, false, true, false, true])
    expect(rungs.map((one) => one.endsOffer)).toEqual([false, false, false, true, false])
  })
  it('shows the offer at first, and further down when the place lies beyond it', () => {
    const order = Array.from({ length: 12 }, (_, i) => rung(i + 1))
    expect(firstShown(ladderOf({ order } as never))).toBe(4)
    Object.assign(order[7]!, { seated: 5, outcome: 'seated' })
    expect(firstShown(ladderOf({ order } as never))).toBe(8)
  })
})

describe('levels', () => {
  it('are decided by the first that differs', () => {
    const lines = compareLevels(levels({ j: 7, v: 91, q: 5 }), levels({ j: 133, v: 80, q: 5 }))
    expect(lines.filter((one) => one.decides).map((one) => one.name)).toEqual(['j'])
    expect(lines.map((one) => one.verdict)).toEqual(['same', 'same', 'same', 'better', 'worse', 'same'])
  })
  it('have no decider when all are equal', () => {
    expect(compareLevels(levels(), levels()).some((one) => one.decides)).toBe(false)
    expect([isComputed(levels()), isComputed(levels({ q: 1 }))]).toEqual([false, true])
  })
})

describe('the desk', () => {
  it('marks what lies behind, is present, and lies ahead', () => {
    expect(stageLine('drawing').map((one) => one.state)).toEqual(['behind', 'behind', 'present', 'ahead', 'ahead', 'ahead'])
    expect(stageLine('returned')[0]!.state).toBe('present')
    expect(stageLine('published').map((one) => one.state)).toEqual(['behind', 'behind', 'behind', 'behind', 'behind', 'present'])
  })
  it('offers only what the stage and the role both allow', () => {
    expect(possible({ next: ['plan.return', 'plan.publish', 'plan.unknown'] }, (operation) => operation !== 'plan.return')).toEqual(['plan.publish'])
    expect(possible({ next: [] }, () => true)).toEqual([])
  })
  it('counts only findings that block', () => {
    expect(blocking({ findings: [{ blocks: true }, { blocks: false }] as never })).toBe(1)
  })
  it('lists shortages, worst first', () => {
    const demand = (subject: string, candidates: number, seats: number) => ({ subject, candidates, seats }) as DemandItem
    expect(shortages([demand('a', 10, 10), demand('b', 12, 10), demand('c', 90, 10)]).map((one) => one.subject)).toEqual(['c', 'b'])
  })
  it('draws the way of a level', () => {
    expect(sparkline([], 100, 24)).toBe('')
    expect(sparkline([10, 5, 0], 100, 24)).toBe('0.0,1.0 50.0,12.0 100.0,23.0')
    expect(sparkline([7, 7], 100, 24)).toBe('0.0,12.0 100.0,12.0')
  })
})

describe('a booking', () => {
  it('leaves out what was left empty', () => {
    const body = bodyOf({ ...emptyBooking(''), class_id: ' C1 ', subject: 'OP01', class_opened: '2024-03-04', started: '2024-03-04', planned_completed: '2024-03-20', regular_exam: '2024-01-05' })
    expect(body).toEqual({ class_id: 'C1', subject: 'OP01', kind: 'regular', own_school: false, class_opened: '2024-03-04', started: '2024-03-04', planned_completed: '2024-03-20', candidates: 30 })
  })
  it('names the regular examination only for a retake', () => {
    expect(bodyOf({ ...emptyBooking('GZ-A01'), kind: 'retake', regular_exam: '2024-01-05', late_reason: ' 补录 ' })).toMatchObject({ institution: 'GZ-A01', regular_exam: '2024-01-05', late_reason: '补录' })
  })
})

describe('waivers', () => {
  const waiver = (institution: string, subject: string, basis_text: string, candidates: number) => ({ institution, institution_name: institution, subject, clause: 'S-1.2d', basis_text, candidates, reason: '' }) as unknown as WaiverItem
  it('are told by basis and institution, and none of them is lost', () => {
    const all = [waiver('A', 'OP01', '本校学生', 40), waiver('B', 'OP01', '仅此一点', 9), waiver('A', 'OP02', '本校学生', 5), waiver('B', 'OP01', '本校学生', 1)]
    const bases = byBasis(all)
    expect(bases.map((one) => [one.text, one.count, one.candidates, one.houses.map((house) => [house.id, house.candidates])])).toEqual([
      ['本校学生', 3, 46, [['A', 45], ['B', 1]]],
      ['仅此一点', 1, 9, [['B', 9]]],
    ])
    expect(new Set(bases.flatMap((one) => one.houses.flatMap((house) => house.items)))).toEqual(new Set(all))
  })
})
