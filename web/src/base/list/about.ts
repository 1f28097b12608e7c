// SPDX-License-Identifier: Apache-2.0
// The server's description of a list: columns, filters and words, read once in each language.
import { computed, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'

import { call } from '@/api/client'
import type { ListAbout, ListColumn, ListFilter } from '@/api/schema'

import type { Problem } from '../request/problem'
import { problemOf } from '../request/useRequest'
import type { Column, Filter } from './types'

const known = new Map<string, Promise<ListAbout>>()
const pixels = 8

function read(list: string, language: string): Promise<ListAbout> {
  const key = `${language}:${list}`
  const asked = known.get(key) ?? call('get', '/api/lists/{list}', { path: { list } })
  known.set(key, asked)
  asked.catch(() => known.delete(key))
  return asked
}

export function columnOf(one: ListColumn): Column {
  return {
    key: one.key,
    title: one.heading,
    kind: one.kind,
    numeric: one.kind === 'number',
    width: one.width * pixels,
    hidden: one.hidden,
    codes: new Map(one.codes.map((code) => [code.value, code.label])),
    ...(one.sortable ? { sort: one.key } : {}),
  }
}

export function filterOf(one: ListFilter, yes: string, no: string): Filter {
  const kinds = { text: 'text', choice: 'select', day: 'date', month: 'month', yes_no: 'select' } as const
  const options = one.kind === 'yes_no' ? [{ value: 'true', label: yes }, { value: 'false', label: no }] : one.options
  return { name: one.name, label: one.label, kind: kinds[one.kind], options, folded: one.folded, ...(one.hint ? { placeholder: one.hint } : {}) }
}

export function useAbout(list: string) {
  const { t, locale } = useI18n()
  const about = shallowRef<ListAbout>()
  const problem = ref<Problem>()

  async function load(): Promise<void> {
    problem.value = undefined
    try {
      about.value = await read(list, locale.value)
    } catch (error) {
      problem.value = problemOf(error)
    }
  }
  watch(locale, () => void load(), { immediate: true })

  const columns = computed<Column[]>(() => about.value?.columns.map(columnOf) ?? [])
  const filters = computed<Filter[]>(() => about.value?.filters.map((one) => filterOf(one, t('field.yes'), t('field.no'))) ?? [])
  return { about, problem, columns, filters, load }
}
