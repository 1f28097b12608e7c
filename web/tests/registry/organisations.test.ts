// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'

import type { OrganisationRow } from '@/api/schema'
import { subjectOf } from '@/inspection/campaign/subject'
import { changesOf, draftOf, organisationTone, valueOf } from '@/registry/model/organisations'

const row: OrganisationRow = { id: 'EO-01', name: '考试中心', district: '440111', district_name: '白云区', address: '某路1号', contact: '李主任', telephone: '13812345678', from: '2026-01-05', until: null, state: 'standing', version: 2 }

describe('exam organisations of districts', () => {
  it('start a form from what stands, or from nothing on the day', () => {
    expect(draftOf(row, '2026-04-10')).toEqual({ name: '考试中心', district: '440111', address: '某路1号', contact: '李主任', telephone: '13812345678', from: '2026-01-05' })
    expect(draftOf(undefined, '2026-04-10')).toEqual({ name: '', district: '', address: '', contact: '', telephone: '', from: '2026-04-10' })
  })
  it('name what a step changed, of the first entry nothing', () => {
    const changed = [{ field: 'address', before: '"某路1号"', after: '"新路2号"' }, { field: 'id', before: '"EO-01"', after: '"EO-01"' }]
    expect(changesOf({ version: 2, changed }).map((one) => one.field)).toEqual(['address'])
    expect(changesOf({ version: 1, changed })).toEqual([])
    expect(valueOf('"新路2号"')).toBe('新路2号')
    expect(valueOf('null')).toBe('')
    expect(valueOf('')).toBe('')
  })
  it('has a colour for each state', () => {
    expect(['standing', 'coming', 'ended'].map(organisationTone)).toEqual(['done', 'due', 'idle'])
  })
})

describe('the unit of a target', () => {
  it('is the site of a checklist, and an institution or an exam organisation itself', () => {
    expect(subjectOf('site:GZ-A01-S1:theory_site')).toBe('site:GZ-A01-S1')
    expect(subjectOf('institution:GZ-A01')).toBe('institution:GZ-A01')
    expect(subjectOf('exam_organisation:EO-01')).toBe('exam_organisation:EO-01')
    expect(subjectOf('unit:91350100M000100Y43:production_unit')).toBe('unit:91350100M000100Y43')
  })
})
