// SPDX-License-Identifier: Apache-2.0
// One conflict is told once, and every batch it leaves out stands under it.
import { mount, RouterLinkStub } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { UnplacedStudies, UnplacedStudyItem } from '@/api/schema'
import { i18n, speakLanguage } from '@/base/i18n'
import { byShortage } from '@/study/model/shortages'
import UnplacedPanel from '@/study/parts/UnplacedPanel.vue'

vi.mock('@/registry/model/reference', () => ({ useNames: () => ({ subject: (id: string) => id }) }))

const shortage = (text: string, over = {}) => ({ text, limit: 'seats', missing: 1, sessions: 0, openings: 0, seats: 10, candidates: 11, batches: [], sites: [], subjects: [], has_part: true, ...over })
const item = (batch: string, told: ReturnType<typeof shortage> | null, over = {}) => ({ batch, institution: 'I1', institution_name: '甲', subject: 'OP01', subject_name: '低压', candidates: 30, unplaced: 1, shortage: told, ...over }) as UnplacedStudyItem
const items = [item('B-1', shortage('缺座甲')), item('B-2', null), item('B-3', shortage('缺座乙', { limit: 'sessions', sessions: 38, openings: 37 })), item('B-4', shortage('缺座甲', { has_part: false }), { unplaced: 5 })]

describe('batches without seats', () => {
  beforeEach(() => speakLanguage('en'))
  it('stand under their conflict, all of them, once; those without a shortage last', () => {
    expect(byShortage(items).map((one) => [one.key, one.batches.map((batch) => batch.batch)])).toEqual([['缺座甲', ['B-1', 'B-4']], ['缺座乙', ['B-3']], ['', ['B-2']]])
    expect(byShortage([])).toEqual([])
  })
  it('are shown with the conflict in one paragraph, and count as English counts', () => {
    const view = mount(UnplacedPanel, { props: { month: '2026-05', studies: { items, batches: 4, unplaced: 8 } as UnplacedStudies }, global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } } })
    const text = view.text()
    expect(text.split('缺座甲')).toHaveLength(2)
    for (const one of items) expect(view.findAllComponents(RouterLinkStub).filter((link) => link.text() === one.batch)).toHaveLength(1)
    expect(text).toContain('1 seat short')
    expect(text).toContain('1 session short')
    expect(text).toContain('2 batches are left without seats by it')
    expect(text).toContain('1 of 30 people has no seat')
    expect(text).toContain('5 of 30 people have no seat')
    expect(text).toContain('4 batches, 8 people without a seat')
  })
})
