// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'

import { longestText, nextSort, pageNumbers, sameFilters, stateFrom, valuesFrom } from '@/base/list/urlState'

const names = ['q', 'district']

describe('the state of a list in the address', () => {
  it('is read back as it was written', () => {
    const state = { filters: { q: '低压电工', district: '440111' }, page: 3, size: 100, sort: '-name', columns: 'name,id' }
    expect(stateFrom(valuesFrom(state, names), names)).toEqual(state)
  })
  it('says nothing about a plain list', () => {
    expect(valuesFrom({ filters: {}, page: 1, size: 50, sort: '', columns: '' }, names)).toEqual({})
  })
  it('keeps values that belong to others and drops own old ones', () => {
    const values = valuesFrom({ filters: { q: 'x' }, page: 1, size: 50, sort: '', columns: '' }, names, { version: '2', district: '440104', page: '7' })
    expect(values).toEqual({ version: '2', q: 'x' })
  })
  it('falls back for pages and sizes that make no sense', () => {
    for (const page of ['0', '-1', 'x', '1.5']) expect(stateFrom({ page }, names).page).toBe(1)
    expect(stateFrom({ size: '7' }, names).size).toBe(50)
    expect(stateFrom({ size: '200' }, names).size).toBe(200)
  })
  it('cuts text that is too long and takes the first of several', () => {
    expect(stateFrom({ q: 'x'.repeat(999) }, names).filters.q).toHaveLength(longestText)
    expect(stateFrom({ q: ['a', 'b'] }, names).filters.q).toBe('a')
  })
})

describe('sorting', () => {
  it('turns from none over ascending and descending back to none', () => {
    expect(nextSort('', 'name')).toBe('name')
    expect(nextSort('name', 'name')).toBe('-name')
    expect(nextSort('-name', 'name')).toBe('')
    expect(nextSort('-name', 'seats')).toBe('seats')
  })
})

describe('page numbers', () => {
  it('show the ends, the neighbours, and a gap between', () => {
    expect(pageNumbers(5, 10)).toEqual([1, 0, 4, 5, 6, 0, 10])
    expect(pageNumbers(1, 1)).toEqual([1])
    expect(pageNumbers(2, 3)).toEqual([1, 2, 3])
  })
})

describe('saved filters', () => {
  it('are the same when empty values make the only difference', () => {
    expect(sameFilters({ q: 'a', district: '' }, { q: 'a' })).toBe(true)
    expect(sameFilters({ q: 'a' }, { q: 'b' })).toBe(false)
  })
})
