// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'

import { balanceOf, bodyOf, emptyForm, faultsAt, formOf, placedIn, usualHolidays } from '@/deadlines/model/yearForm'
import { missingYears, yearToEnter } from '@/deadlines/model/years'
import type { HolidayYear } from '@/api/schema'
import { problemFrom } from '@/base/request/problem'

const spring = { from: '2027-02-05', to: '2027-02-11', name: '春节' }

describe('the form of a year', () => {
  it('begins with the holidays every notice has and leaves out what stays empty', () => {
    const form = emptyForm(2027)
    expect(form.rest.map((line) => line.name)).toEqual(usualHolidays)
    form.rest[1] = { ...spring }
    form.rest[4] = { from: '2027-06-09', to: '', name: ' 端午节 ' }
    form.worked.push({ date: '', name: '春节' })
    form.source = ' 国办发明电〔2026〕9号 '
    expect(bodyOf(form)).toEqual({ version: 0, source: '国办发明电〔2026〕9号', rest: [spring, { from: '2027-06-09', to: '2027-06-09', name: '端午节' }], worked: [] })
  })
  it('corrects what holds now, on the version shown, with a reason still to be written', () => {
    const known = { year: { year: 2027, version: 3, source: '国办' }, reason: 'old', rest: [spring], worked: [{ date: '2027-02-13', name: '春节' }], months: [] } as unknown as HolidayYear
    const form = formOf(known)
    expect([form.version, form.reason]).toEqual([3, ''])
    form.rest[0]!.to = '2027-02-12'
    expect(known.rest[0]).toEqual(spring)
    expect(bodyOf({ ...form, reason: 'x', compared: true })).toMatchObject({ version: 3, reason: 'x', compared: true })
  })
  it('counts weekdays off against worked weekend days, each day once', () => {
    const form = { ...emptyForm(2027), rest: [spring, { from: '2027-02-11', to: '2027-02-11', name: '春节' }], worked: [{ date: '2027-02-13', name: '春节' }] }
    expect(balanceOf(form)).toEqual({ weekdays: 5, worked: 1, balance: 4 })
  })
  it('counts nothing for lines that are wrong or not finished', () => {
    const rest = [{ from: '2027-02-11', to: '2027-02-05', name: '' }, { from: '', to: '2027-02-05', name: '' }, { from: '2027-01-01', to: '2099-01-01', name: '' }]
    expect(balanceOf({ ...emptyForm(2027), rest })).toEqual({ weekdays: 0, worked: 0, balance: 0 })
  })
  it('shows a fault at the line it was written in, past lines that were left empty', () => {
    const form = emptyForm(2027)
    form.rest[1] = { ...spring }
    form.rest[3] = { from: '2027-05-05', to: '2027-05-01', name: '劳动节' }
    form.worked = [{ date: '', name: '' }, { date: '2027-05-10', name: '劳动节' }]
    const problem = problemFrom(422, { title: 'x', parts: [{ title: 'a', at: '/rest/1/to' }, { title: 'b', at: '/worked/0/date' }, { title: 'c', at: '/source' }] })
    expect(placedIn(form, problem).parts.map((part) => part.place)).toEqual(['/rest/3/to', '/worked/1/date', '/source'])
  })
  it('finds the faults of a field by its place', () => {
    const problem = problemFrom(422, { type: 'urn:ankao:problem:deadlines.entry_invalid', title: '有 1 处', parts: [{ title: '未填写依据', detail: '请填写', at: '/source' }] })
    expect(faultsAt(problem, '/source')).toEqual(['未填写依据。请填写'])
    expect(faultsAt(problem, '/rest/0/from')).toEqual([])
    expect(faultsAt(undefined, '/source')).toEqual([])
  })
})

describe('years that are missing', () => {
  it('are the present one, and from November on the next', () => {
    expect(missingYears([{ year: 2026 }], '2026-10-31')).toEqual([])
    expect(missingYears([{ year: 2026 }], '2026-11-01')).toEqual([2027])
    expect(missingYears([{ year: 2025 }], '2026-11-01')).toEqual([2026, 2027])
    expect(missingYears([{ year: 2026 }, { year: 2027 }], '2026-12-31')).toEqual([])
  })
  it('are offered first', () => {
    expect(yearToEnter([{ year: 2026 }], '2026-05-01')).toBe(2027)
    expect(yearToEnter([{ year: 2025 }], '2026-05-01')).toBe(2026)
  })
})
