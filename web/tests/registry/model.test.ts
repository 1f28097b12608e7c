// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'

import { fieldText } from '@/registry/model/fieldText'
import { recordOf, emptyRecord, split } from '@/registry/model/reportForm'
import { nextRoomName, seatsOf } from '@/registry/model/room'
import { rowRanges } from '@/registry/model/rows'
import { boxOf, legible, pathOf, projectE6, radiusOf, spread, unprojectE6, type Shape } from '@/registry/model/shapes'

const square: Shape = { properties: { code: '440106', name: '天河区', english: 'Tianhe', centre: [113.5, 23.5] }, geometry: { type: 'Polygon', coordinates: [[[113, 23], [114, 23], [114, 24], [113, 24], [113, 23]]] } }

describe('the map', () => {
  it('gives a picked place back to within a metre', () => {
    const place = { longitude_e6: 113_361_575, latitude_e6: 23_124_807 }
    const back = unprojectE6(projectE6(place))
    expect(Math.abs(back.longitude_e6 - place.longitude_e6)).toBeLessThan(10)
    expect(Math.abs(back.latitude_e6 - place.latitude_e6)).toBeLessThan(10)
  })
  it('puts north above and holds every shape in its box', () => {
    expect(projectE6({ longitude_e6: 0, latitude_e6: 24e6 }).y).toBeLessThan(projectE6({ longitude_e6: 0, latitude_e6: 23e6 }).y)
    const box = boxOf([square], 0)
    expect(box.height).toBeCloseTo(10_000, 0)
    expect(box.width).toBeLessThan(box.height)
    expect(pathOf(square)).toMatch(/^M[\d.-]+ [\d.-]+(L[\d.-]+ [\d.-]+){4}Z$/)
    expect(boxOf([])).toEqual({ x: 0, y: 0, width: 1, height: 1 })
  })
  it('sizes dots by seats within limits that can be hit', () => {
    expect(radiusOf(0)).toBe(4)
    expect(radiusOf(100)).toBe(9)
    expect(radiusOf(100_000)).toBe(13)
  })
  it('keeps dots of one place apart and leaves single ones alone', () => {
    const dots = Array.from({ length: 8 }, (_, id) => ({ id, point: { x: 0, y: 0 } }))
    const placed = spread(dots, 10)
    for (const a of placed) for (const b of placed) if (a.id < b.id) expect(Math.hypot(a.point.x - b.point.x, a.point.y - b.point.y)).toBeGreaterThanOrEqual(10)
    expect(placed[0]!.point).toEqual({ x: 0, y: 0 })
    expect(spread([{ point: { x: 5, y: 5 } }], 10)[0]!.point).toEqual({ x: 5, y: 5 })
  })
})

describe('labels', () => {
  it('are left out where they would run into another', () => {
    const at = (x: number, y: number) => ({ point: { x, y } })
    expect(legible([at(0, 0), at(10, 2), at(10, 30), at(60, 0)], 46, 16)).toEqual([at(0, 0), at(10, 30), at(60, 0)])
  })
})

describe('printed rows', () => {
  it('join to ranges per table', () => {
    expect(rowRanges(['a27', 'a20', 'a21', 'a22', 'b3'])).toEqual([['a20', 'a22'], ['a27', 'a27'], ['b3', 'b3']])
    expect(rowRanges([])).toEqual([])
  })
})

describe('rooms', () => {
  it('get the first free number of their site', () => {
    expect(nextRoomName([])).toBe('R1')
    expect(nextRoomName(['GZ-A01-S1-R1', 'GZ-A01-S1-R3'])).toBe('R2')
    expect(nextRoomName(['GZ-A01-S1-R1', 'GZ-A01-S1-R2'])).toBe('R3')
  })
  it('count only whole numbers of seats above zero', () => {
    expect(seatsOf({ OP01: '40', OP02: '', OP03: '0', OP04: '1.5', theory: 60 })).toEqual({ OP01: 40, theory: 60 })
  })
})

describe('a written report', () => {
  it('splits what people separate in their own ways, each once', () => {
    expect(split('020-36261012、020-36261012， 020-1;13812345678')).toEqual(['020-36261012', '020-1', '13812345678'])
    expect(split('  ')).toEqual([])
  })
  it('leaves out empty addresses and writes the credit code in capitals', () => {
    const record = recordOf({ ...emptyRecord(), name: ' 甲 ', addresses: [{ text: ' 路 1 号 ', district: '440106' }, { text: ' ', district: '' }], credit_code: ' 91440101ma5xxxxxxx ' })
    expect(record).toMatchObject({ name: '甲', addresses: [{ text: '路 1 号', district: '440106' }], credit_code: '91440101MA5XXXXXXX' })
  })
  it('shows changed values without brackets', () => {
    expect(fieldText('["020-1","020-2"]')).toBe('020-1、020-2')
    expect(fieldText('[{"text":"路 1 号","district":"440106"}]')).toBe('路 1 号')
    expect(fieldText('"教育部门"')).toBe('教育部门')
    expect(fieldText('')).toBe('')
    expect(fieldText('{broken')).toBe('{broken')
  })
})
