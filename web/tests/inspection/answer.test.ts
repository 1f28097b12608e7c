// SPDX-License-Identifier: Apache-2.0
// An item on the device: what its form sends, and that a form made from an answer sends the same answer.
import { describe, expect, it } from 'vitest'

import type { ChecklistItem, ChecklistPart } from '@/api/schema'
import { asksMinus, bodyOf, formOf, marks, points } from '@/inspection/model/answer'

const part = (no: string, rule: string, more: Partial<ChecklistPart> = {}): ChecklistPart => ({ no, zh: '检查点', en: 'part', rule, points: 0, minus: 0, from: 0, to: 0, printed: true, things: [], open: false, star: false, evidence: false, clause: '', gaps: [], asks: false, facts: [], ...more })
const item: ChecklistItem = {
  id: 'A22-2-2', number: '2-2', zh: '办公场地', en: 'offices', star: false, mandatory: false, veto: false, points: 80, text: '', evidence: '', clauses: [], gaps: [],
  parts: [part('1', 'range', { from: 20, to: 60 }), part('2', 'each', { minus: 5, open: true, things: [{ zh: '考场规则', en: 'rules' }] }), part('3', 'judged', { points: 30 })],
}

describe('an item on the device', () => {
  it('sends tenths of a point, the things that are missing and those written in', () => {
    const form = formOf(item)
    Object.assign(form.parts[0]!, { mark: 'not', minus: '2.5', reason: ' 三十平方米 ' })
    Object.assign(form.parts[1]!, { mark: 'not', missing: ['考场规则'], further: '平面图；联系电话' })
    Object.assign(form.parts[2]!, { mark: 'met', minus: '3' })
    const body = bodyOf(item, 'score', form, 'client-1', 7, false)
    expect(body.parts[0]).toEqual({ part: '1', mark: 'not', missing: null, minus: 25, reason: '三十平方米', counts: [] })
    expect(body.parts[1]).toEqual({ part: '2', mark: 'not', missing: ['考场规则', '平面图', '联系电话'], minus: null, reason: null, counts: [] })
    expect(body.parts[2]).toEqual({ part: '3', mark: 'met', missing: null, minus: null, reason: null, counts: [] })
    expect(body.seen).toBe(7)
  })

  it('is the same again when a form is made from what was sent', () => {
    const form = formOf(item)
    Object.assign(form.parts[1]!, { mark: 'not', missing: ['考场规则'], further: '平面图' })
    Object.assign(form.parts[2]!, { mark: 'partly', minus: '1.5', reason: '缺一页' })
    const body = bodyOf(item, 'score', form, 'client-1', 0, false)
    expect({ ...bodyOf(item, 'score', formOf(item, body), 'client-1', 0, false), device_at: '' }).toEqual({ ...body, device_at: '' })
  })

  it('asks for points only where the inspector chooses', () => {
    const form = formOf(item)
    for (const one of form.parts) one.mark = 'not'
    expect(item.parts.map((one, i) => asksMinus(one, form.parts[i]!))).toEqual([true, false, false])
    form.parts[2]!.mark = 'partly'
    expect(asksMinus(item.parts[2]!, form.parts[2]!)).toBe(true)
    expect(marks(item.parts[0]!)).toEqual(['met', 'not'])
    expect(marks(item.parts[2]!)).toContain('partly')
    expect(points(75)).toBe('7.5')
  })
})
