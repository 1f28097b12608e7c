// SPDX-License-Identifier: Apache-2.0
// What a visit records beside its answers, on the device: figures, drawn signatures, identity numbers, files that may be added.
import { describe, expect, it } from 'vitest'

import type { ChecklistItem, FileLimit } from '@/api/schema'
import { sm3, sm3Of } from '@/base/sm3'
import { refusalOf } from '@/inspection/model/admit'
import { bodyOf, factState, formOf } from '@/inspection/model/answer'
import { faultOf } from '@/inspection/model/identity'
import { drawn, inkOf } from '@/inspection/model/ink'

const fact = { name: 'theory_seats', zh: '理论考位', en: 'seats', unit_zh: '个', unit_en: '', at_least: 30 }
const item: ChecklistItem = {
  id: 'A23-3-4', number: '3-4', zh: '考试电脑', en: 'computers', star: true, mandatory: true, veto: false, points: 100, text: '', evidence: '', clauses: [], gaps: [],
  parts: [{ no: '1', zh: '', en: '', rule: 'judged', points: 100, minus: 0, from: 0, to: 0, printed: false, things: [], open: false, star: false, evidence: false, clause: '', gaps: [], asks: false, facts: [fact] }],
}

describe('a figure', () => {
  it('stands as the register says until somebody counts', () => {
    const form = formOf(item, undefined, () => 38)
    expect(form.parts[0]!.counts).toEqual({ theory_seats: '38' })
    expect(bodyOf(item, 'written', form, 'client-1', 0, false).parts[0]!.counts).toEqual([{ name: 'theory_seats', value: 38 }])
    form.parts[0]!.counts.theory_seats = '-1'
    expect(bodyOf(item, 'written', form, 'client-1', 0, false).parts[0]!.counts).toEqual([])
  })
  it('is marked below what is asked, and where it differs from the register', () => {
    const part = { ...formOf(item).parts[0]!, mark: 'met' }
    const state = (count: string, known?: number) => factState(fact, { ...part, counts: { theory_seats: count } }, known)
    expect([state('30'), state('29'), state('31', 30), state('30', 30), state('', 29), state('', 30), state('')]).toEqual(['', 'below', 'differs', '', 'below', '', ''])
    expect(factState(fact, { ...part, mark: 'not', counts: { theory_seats: '29' } })).toBe('')
  })
})

describe('a drawn signature', () => {
  it('is whole numbers on the paper', () => {
    expect(inkOf([[[1.4, -3], [1200, 500]], [], [[5, 6]]])).toBe('1,0 1000,400|5,6')
  })
  it('is long enough to be a name', () => {
    expect([drawn([]), drawn([[[0, 0], [40, 39]]]), drawn([[[0, 0], [40, 40]]])]).toEqual([false, false, true])
  })
})

describe('an identity number', () => {
  it('has 18 places, a day and a check digit', () => {
    expect(['11010519491231002X', '11010519491231002x', '110105194912310021', '11010519491331002X', '1101051949123100', '1101051949123100AX'].map(faultOf)).toEqual([undefined, undefined, 'check', 'date', 'length', 'digits'])
  })
})

describe('a file', () => {
  const limits: FileLimit[] = [{ zh: '图片', en: 'picture', endings: ['jpg', 'png'], bytes: 20 }, { zh: '视频', en: 'video', endings: ['mp4'], bytes: 50 }]
  const file = (name: string, bytes: number[]): File => new File([new Uint8Array(bytes)], name)
  it('is taken or refused before it is kept', async () => {
    expect(await refusalOf(file('a.jpg', [0xff, 0xd8, 0xff, 1]), limits)).toBeUndefined()
    expect(await refusalOf(file('a.jpg', [1, 2, 3]), limits)).toEqual({ why: 'content' })
    expect((await refusalOf(file('a.exe', [1]), limits))?.why).toBe('kind')
    expect(await refusalOf(file('a.mp4', Array(50).fill(0)), limits)).toBeUndefined()
    expect((await refusalOf(file('a.mp4', Array(51).fill(0)), limits))?.why).toBe('size')
    expect(await refusalOf(file('a.exe', [1]), []), 'nothing learnt yet: the server decides').toBeUndefined()
  })
  it('has the same digest piece by piece', async () => {
    for (const size of [0, 55, 56, 64, 1024 * 1024 - 1, 1024 * 1024, 2 * 1024 * 1024 + 77]) {
      const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31) & 255)
      expect(await sm3Of(new Blob([bytes]))).toBe(sm3(bytes))
    }
  })
})
