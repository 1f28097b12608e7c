// SPDX-License-Identifier: Apache-2.0
// A list whose whole state is the address: changing it is a navigation, and every navigation loads.
import { computed, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import type { Query } from '../request/http'
import { useRequest } from '../request/useRequest'
import type { Page } from './types'
import { stateFrom, valuesFrom, type ListState } from './urlState'

export interface ListOptions<Row, Answer extends Page<Row>> {
  /** Names of the filters; nothing is loaded before they are known. */
  names: () => string[] | undefined
  load: (query: Query, signal: AbortSignal) => Promise<Answer>
  size?: number
  /** Values that always go with the request and never stand in the address. */
  fixed?: () => Query
}

export function useList<Row, Answer extends Page<Row>>(options: ListOptions<Row, Answer>) {
  const route = useRoute()
  const router = useRouter()
  const path = route.path
  const names = computed(() => options.names() ?? [])
  const state = computed(() => stateFrom(route.query, names.value, options.size))
  const narrowed = computed<Query>(() => ({ ...state.value.filters, ...options.fixed?.(), sort: state.value.sort }))
  const query = computed<Query>(() => ({ ...narrowed.value, page: state.value.page, size: state.value.size }))
  const request = useRequest((signal, asked: Query) => options.load(asked, signal))

  const reload = () => request.run(query.value)
  watch(() => (options.names() ? JSON.stringify(query.value) : ''), (asked) => asked && route.path === path && void reload(), { immediate: true })

  function go(change: Partial<ListState>, replace = false): void {
    const page = 'columns' in change ? state.value.page : 1
    const next: ListState = { ...state.value, page, ...change }
    const to = { query: valuesFrom(next, names.value, route.query, options.size), hash: route.hash }
    void (replace ? router.replace(to) : router.push(to))
  }

  return { ...request, state, query, narrowed, go, reload }
}
