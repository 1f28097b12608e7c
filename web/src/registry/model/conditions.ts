// SPDX-License-Identifier: Apache-2.0
// Conditions of places: calls, how figures read, what lies below the form while it is typed.
import { useI18n } from 'vue-i18n'

import { call, type BodyOf } from '@/api/client'
import type { ConditionFigure, ConditionLine, ConditionPerson, ConditionWord } from '@/api/schema'
import type { Tone } from '@/base/parts/tone'
import { useFormat } from '@/base/format/useFormat'
import type { Query } from '@/base/request/http'

export type Declaration = BodyOf<'post', '/api/conditions/{place}'>

export const conditions = {
  list: (query: Query, signal?: AbortSignal) => call('get', '/api/conditions', { query, signal }),
  staff: (query: Query, signal?: AbortSignal) => call('get', '/api/condition-staff', { query, signal }),
  show: (place: string, signal?: AbortSignal) => call('get', '/api/conditions/{place}', { path: { place }, signal }),
  history: (place: string, signal?: AbortSignal) => call('get', '/api/conditions/{place}/history', { path: { place }, signal }),
  sheet: (id: string, signal?: AbortSignal) => call('get', '/api/condition-sheets/{id}', { path: { id }, signal }),
  declare: (place: string, body: Declaration) => call('post', '/api/conditions/{place}', { path: { place }, body }),
  decide: (id: string, body: BodyOf<'post', '/api/condition-sheets/{id}/decide'>) => call('post', '/api/condition-sheets/{id}/decide', { path: { id }, body }),
}

export const stateTone = (state: string): Tone => ({ declared: 'due', confirmed: 'done', returned: 'wrong', replaced: 'idle' })[state] as Tone | undefined ?? 'idle'

/** A figure as the form of the server takes it; nothing of an empty field. */
export interface Entry {
  figure: string
  from: string
  until: string
  note: string
}
export const entryOf = (line: ConditionLine): Entry => {
  const said = line.declared ?? line.confirmed
  return { figure: line.kind === 'term' ? '' : (said?.figure ?? ''), from: said?.from ?? '', until: said?.until ?? '', note: said?.note ?? '' }
}
export const isFilled = (line: ConditionLine, entry: Entry): boolean => (line.kind === 'term' ? entry.from !== '' && entry.until !== '' : entry.figure.trim() !== '')

/** Whole years from the first day to the last: 2023-01-01 to 2027-12-31 are five. */
export function wholeYears(from: string, until: string): number {
  if (!from || !until || until < from) return 0
  const after = new Date(`${until}T00:00:00Z`)
  after.setUTCDate(after.getUTCDate() + 1)
  const end = after.toISOString().slice(0, 10)
  return Number(end.slice(0, 4)) - Number(from.slice(0, 4)) - (end.slice(5) < from.slice(5) ? 1 : 0)
}

/** What the entry says in figures, and the asks it lies below. */
export function belowNow(line: ConditionLine, entry: Entry): ConditionLine['asks'] {
  if (!isFilled(line, entry)) return []
  const figure = line.kind === 'term' ? wholeYears(entry.from, entry.until) : Math.floor(Number(entry.figure))
  return Number.isNaN(figure) ? [] : line.asks.filter((ask) => figure < ask.at_least)
}

export interface Summary {
  said: number
  below: number
  expired: number
}
export function summaryOf(lines: ConditionLine[], people: ConditionPerson[]): Summary {
  const figures = lines.map((line) => line.confirmed ?? line.declared).filter((one): one is ConditionFigure => !!one)
  return { said: figures.length, below: figures.filter((one) => one.below.length > 0).length, expired: figures.filter((one) => one.expired).length + people.filter((one) => one.expired).length }
}
export const differs = (line: ConditionLine): boolean => {
  const { confirmed: a, declared: b } = line
  return !!a !== !!b || (!!a && !!b && (a.figure !== b.figure || a.from !== b.from || a.until !== b.until || a.note !== b.note))
}

export function useConditionText() {
  const { t, locale } = useI18n()
  const format = useFormat()
  const words = (zh: string, en: string): string => (locale.value === 'en' ? en : zh)
  const spaced = (unit: string): string => (unit && locale.value === 'en' && unit !== '%' ? ` ${unit}` : unit ? ` ${unit}` : '')
  /** One person, two persons: English units of the law are plural nouns or signs. */
  const unit = (line: { unit_zh: string; unit_en: string }, count: string | number): string => spaced(words(line.unit_zh, Number(count) === 1 ? line.unit_en.replace(/^([a-z]+)s$/, '$1') : line.unit_en))
  const figure = (line: { kind: string; unit_zh: string; unit_en: string }, one: ConditionFigure): string => {
    if (line.kind === 'yes_no') return t(one.figure === '1' ? 'registry.condition.yes' : 'registry.condition.no')
    return `${one.figure}${unit(line, one.figure)}`
  }
  const term = (one: ConditionFigure): string => (one.from && one.until ? `${one.from} – ${one.until}` : '')
  const ask = (line: ConditionLine, one: ConditionLine['asks'][number]): string => {
    if (one.at_least === 0) return t('registry.condition.recorded')
    return line.kind === 'yes_no' ? t('registry.condition.leastYes') : t('registry.condition.least', { least: one.at_least, unit: unit(line, one.at_least) })
  }
  const word = (all: ConditionWord[], id: string): string => {
    const found = all.find((one) => one.id === id)
    return found ? words(found.zh, found.en) : id
  }
  return { words, unit, figure, term, ask, word, format }
}
