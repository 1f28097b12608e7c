// SPDX-License-Identifier: Apache-2.0
// A list whose whole state is the address: changing it is a navigation, and every navigation loads.
import { computed, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import type { Query } from '../request/http'
import { useRequest } from '../request/useRequest'
import type { Page } from './types'
import { stateFrom, valuesFrom, type ListState } from './urlState'

export interface ListOptions<Row, Answer extends Page<Row>> {
  names: string[]
  load: (query: Query, signal: AbortSignal) => Promise<Answer>
  size?: number
  /** Values that always go with the request and never stand in the address. */
  fixed?: () => Query
}

export function useList<Row, Answer extends Page<Row>>(options: ListOptions<Row, Answer>) {
  const route = useRoute()
  const router = useRouter()
  const path = route.path
  const state = computed(() => stateFrom(route.query, options.names, options.size))
  const query = computed<Query>(() => ({ ...state.value.filters, ...options.fixed?.(), page: state.value.page, size: state.value.size, sort: state.value.sort }))
  const request = useRequest((signal, asked: Query) => options.load(asked, signal))

  const reload = () => request.run(query.value)
  watch(() => JSON.stringify(query.value), () => route.path === path && void reload(), { immediate: true })

  function go(change: Partial<ListState>): void {
    const next: ListState = { ...state.value, page: 1, ...change }
    void router.push({ query: valuesFrom(next, options.names, route.query, options.size), hash: route.hash })
  }

  /** What an export has to be asked for to hold exactly these rows. */
  const exportQuery = computed<Query>(() => ({ ...query.value, page: undefined, size: undefined }))
  return { ...request, state, query, exportQuery, go, reload }
}
