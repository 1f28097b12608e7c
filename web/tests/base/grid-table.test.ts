// SPDX-License-Identifier: Apache-2.0
// A short table whose rows can stand alone on a phone: every cell carries the words of its head.
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, ref } from 'vue'

import { i18n, speakLanguage } from '@/base/i18n'
import GridTable from '@/base/parts/GridTable.vue'

const heads = ref(['批次', '人数', ''])
const rows = ref([['B-1', '12', '查看'], ['B-2', '—', '查看']])
const Page = defineComponent({
  components: { GridTable },
  setup: () => ({ heads, rows }),
  template: '<GridTable label="批次"><thead><tr><th v-for="one in heads">{{ one }}</th></tr></thead><tbody><tr v-for="row in rows"><td v-for="cell in row">{{ cell }}</td></tr></tbody></GridTable>',
})

beforeEach(async () => {
  heads.value = ['批次', '人数', '']
  rows.value = [['B-1', '12', '查看'], ['B-2', '—', '查看']]
  await speakLanguage('zh')
})

describe('a short table', () => {
  it('gives each cell the words of its head, and no text of its own', () => {
    const view = mount(Page, { global: { plugins: [i18n] } })
    expect(view.findAll('td').map((cell) => cell.attributes('data-label'))).toEqual(['批次', '人数', '', '批次', '人数', ''])
    expect(view.text().replace(/\s/g, '')).toBe('批次人数B-112查看B-2—查看')
  })
  it('names rows that come later, and follows the language', async () => {
    const view = mount(Page, { global: { plugins: [i18n] } })
    rows.value = [...rows.value, ['B-3', '7', '查看']]
    heads.value = ['Batch', 'People', '']
    await flushPromises()
    expect(view.findAll('tbody tr').at(-1)!.findAll('td').map((cell) => cell.attributes('data-label'))).toEqual(['Batch', 'People', ''])
    expect(view.find('td').attributes('data-label')).toBe('Batch')
  })
  it('marks a cell that says there is nothing, until there is something', async () => {
    const view = mount(Page, { global: { plugins: [i18n] } })
    const marked = () => view.findAll('td').map((cell) => cell.attributes('data-nothing') !== undefined)
    expect(marked()).toEqual([false, false, false, false, true, false])
    rows.value = [rows.value[0]!, ['B-2', '30', '查看']]
    await flushPromises()
    expect(marked()).toEqual(Array(6).fill(false))
  })
})
