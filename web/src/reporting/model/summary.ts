// SPDX-License-Identifier: Apache-2.0
import type { RouteLocationRaw } from 'vue-router'

import { call, filled, type BodyOf } from '@/api/client'
import type { SummaryFigureView, SummaryView } from '@/api/schema'
import type { Tone } from '@/base/parts/tone'
import { download, type Query } from '@/base/request/http'

export const summaries = {
  list: (query: Query, signal?: AbortSignal) => call('get', '/api/summaries', { query, signal }),
  show: (id: string, signal?: AbortSignal) => call('get', '/api/summaries/{id}', { path: { id }, signal }),
  changes: (id: string, signal?: AbortSignal) => call('get', '/api/summaries/{id}/changes', { path: { id }, signal }),
  draft: (id: string) => call('post', '/api/summaries/{id}/draft', { path: { id } }),
  versions: (id: string, chapter: string, query: Query, signal?: AbortSignal) => call('get', '/api/summaries/{id}/chapters/{chapter}', { path: { id, chapter }, query, signal }),
  write: (id: string, chapter: string, body: BodyOf<'post', '/api/summaries/{id}/chapters/{chapter}'>) => call('post', '/api/summaries/{id}/chapters/{chapter}', { path: { id, chapter }, body }),
  restore: (id: string, chapter: string, body: BodyOf<'post', '/api/summaries/{id}/chapters/{chapter}/restore'>) => call('post', '/api/summaries/{id}/chapters/{chapter}/restore', { path: { id, chapter }, body }),
  propose: (id: string, body: BodyOf<'post', '/api/summaries/{id}/propose'>) => call('post', '/api/summaries/{id}/propose', { path: { id }, body }),
  sign: (id: string, body: BodyOf<'post', '/api/summaries/{id}/sign'>) => call('post', '/api/summaries/{id}/sign', { path: { id }, body }),
  receive: (id: string, body: BodyOf<'post', '/api/summaries/{id}/receive'>) => call('post', '/api/summaries/{id}/receive', { path: { id }, body }),
  revise: (id: string, body: BodyOf<'post', '/api/summaries/{id}/revise'>) => call('post', '/api/summaries/{id}/revise', { path: { id }, body }),
  file: (id: string, format: string, edition: number) => download(`${filled('/api/summaries/{id}/form', { id })}?format=${format}&edition=${edition}`),
}

export const summaryTone = (state: string, overdue: boolean): Tone => (overdue ? 'wrong' : (({ draft: 'idle', proposed: 'due', filed: 'accent', returned: 'exception', received: 'done', signed: 'done' }) as Record<string, Tone>)[state] ?? 'idle')

/** The page that shows what is behind a figure; of a district its own rows only. */
export function behind(figure: SummaryFigureView, view: SummaryView): RouteLocationRaw {
  const { campaign, district } = view.head
  const query = { campaign, ...(district ? { district } : {}) }
  switch (figure.list) {
    case 'return':
      return { name: 'return-records', params: { id: figure.ref || `${view.year + 1}-01-${district || 'city'}`, row: figure.row, cell: 'total' } }
    case 'visits':
      return { name: 'visits', query: { ...query, state: 'signed' } }
    case 'problems':
      return { name: 'problems', query: { ...query, found: figure.id === 'self_problems' ? 'self' : 'office', ...({ problems_closed: { state: 'closed' }, problems_overdue: { overdue: 'true' } } as Record<string, Record<string, string>>)[figure.id] } }
    case 'decisions':
      return { name: 'decisions', query: district ? { district } : {} }
    case 'looks':
      return { name: 'campaign-looks', params: { id: campaign } }
    case 'cases':
      return { name: 'campaign-cases', params: { id: campaign } }
    case 'summaries':
      return { name: 'summaries', query: { campaign } }
    case 'scores':
      return { name: 'summary', params: { id: view.head.id }, query: { chapter: 'problems' }, hash: '#scores' }
    default:
      return { name: 'campaign', params: { id: campaign }, query: district ? { district } : {} }
  }
}

export const tenths = (value: number): string => (value / 10).toFixed(1)
