// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'

import type { ConditionLine } from '@/api/schema'
import { belowNow, differs, entryOf, isFilled, summaryOf, wholeYears } from '@/registry/model/conditions'

const line = (kind: string, least: number): ConditionLine => ({ id: 'a', zh: '', en: '', unit_zh: '', unit_en: '', kind, evidence: false, asks: [{ premises: 'institution', at_least: least, clause: 'A1-11.1' }], confirmed: null, declared: null })
const entry = (figure: string, from = '', until = '') => ({ figure, from, until, note: '' })
const figure = (text: string, below: string[] = [], expired = false) => ({ figure: text, from: null, until: null, expired, below, note: '', evidence: 0 })

describe('conditions of a place', () => {
  it('counts terms in whole years, as the server does', () => {
    expect(wholeYears('2023-01-01', '2027-12-31')).toBe(5)
    expect(wholeYears('2023-01-01', '2027-12-30')).toBe(4)
    expect(wholeYears('2023-06-02', '2023-06-01')).toBe(0)
    expect(wholeYears('', '2023-06-01')).toBe(0)
  })
  it('says what lies below while it is typed, just outside and just inside', () => {
    expect(belowNow(line('area', 100), entry('99.99'))).toHaveLength(1)
    expect(belowNow(line('area', 100), entry('100'))).toHaveLength(0)
    expect(belowNow(line('term', 5), entry('', '2023-01-01', '2027-12-30'))).toHaveLength(1)
    expect(belowNow(line('yes_no', 1), entry('0'))).toHaveLength(1)
    expect(belowNow(line('number', 30), entry(''))).toHaveLength(0)
    expect(belowNow(line('number', 30), entry('thirty'))).toHaveLength(0)
  })
  it('starts from what waits, else from what holds', () => {
    expect(entryOf({ ...line('number', 1), confirmed: figure('3'), declared: figure('4') }).figure).toBe('4')
    expect(entryOf({ ...line('number', 1), confirmed: figure('3') }).figure).toBe('3')
    expect(isFilled(line('term', 5), entry('', '2023-01-01'))).toBe(false)
  })
  it('marks what a declaration changes and sums up', () => {
    expect(differs({ ...line('number', 1), confirmed: figure('3'), declared: figure('3') })).toBe(false)
    expect(differs({ ...line('number', 1), confirmed: figure('3'), declared: figure('4') })).toBe(true)
    expect(differs({ ...line('number', 1), confirmed: figure('3') })).toBe(true)
    expect(summaryOf([{ ...line('number', 1), confirmed: figure('0', ['A1-11.1'], true) }], [])).toEqual({ said: 1, below: 1, expired: 1 })
  })
})
