// SPDX-License-Identifier: Apache-2.0
// A year's arrangement as a form: from what is known, to what the server takes, and where its faults belong.
import type { HolidayYear } from '@/api/schema'
import { weekdayFromMonday } from '@/base/format/date'
import type { Problem } from '@/base/request/problem'

export interface RestLine { from: string; to: string; name: string }
export interface WorkedLine { date: string; name: string }
export interface YearForm { year: number; version: number; source: string; reason: string; rest: RestLine[]; worked: WorkedLine[]; compared: boolean }

/** The lines every notice has; the officer fills in the days. */
export const usualHolidays = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']
const saturday = 5
const oneDay = 86_400_000
const longestRange = 60

export function emptyForm(year: number): YearForm {
  return { year, version: 0, source: '', reason: '', rest: usualHolidays.map((name) => ({ from: '', to: '', name })), worked: [], compared: false }
}

/** A correction begins with the lines that hold now and a reason still to be written. */
export function formOf(known: HolidayYear): YearForm {
  return { year: known.year.year, version: known.year.version, source: known.year.source, reason: '', rest: known.rest.map((line) => ({ ...line })), worked: known.worked.map((line) => ({ ...line })), compared: false }
}

const hasRest = (line: RestLine) => Boolean(line.from || line.to)
const hasDate = (line: WorkedLine) => Boolean(line.date)

/** Lines without a day are not sent; a holiday of one day needs no second date. */
export function bodyOf(form: YearForm) {
  const rest = form.rest.filter(hasRest).map((line) => ({ from: line.from || line.to, to: line.to || line.from, name: line.name.trim() }))
  const worked = form.worked.filter(hasDate).map((line) => ({ date: line.date, name: line.name.trim() }))
  const reason = form.reason.trim()
  return { version: form.version, source: form.source.trim(), rest, worked, ...(reason ? { reason } : {}), ...(form.compared ? { compared: true } : {}) }
}

/** The server counts the lines it was sent; the form shows the others too. */
export function placedIn(form: YearForm, problem: Problem): Problem {
  const sent: Record<string, number[]> = { rest: [], worked: [] }
  form.rest.forEach((line, i) => hasRest(line) && sent.rest!.push(i))
  form.worked.forEach((line, i) => hasDate(line) && sent.worked!.push(i))
  const placed = (place: string) => place.replace(/^\/(rest|worked)\/(\d+)/, (whole, list: string, index: string) => (sent[list]![Number(index)] === undefined ? whole : `/${list}/${sent[list]![Number(index)]}`))
  return { ...problem, parts: problem.parts.map((part) => ({ ...part, place: placed(part.place) })) }
}

function daysOf(line: RestLine): string[] {
  const from = Date.parse(`${line.from}T00:00:00Z`)
  const to = Date.parse(`${line.to || line.from}T00:00:00Z`)
  const count = Math.round((to - from) / oneDay) + 1
  if (!(count > 0 && count <= longestRange)) return []
  return Array.from({ length: count }, (_, i) => new Date(from + i * oneDay).toISOString().slice(0, 10))
}

/** What the officer can compare with the notice while writing. */
export function balanceOf(form: YearForm): { weekdays: number; worked: number; balance: number } {
  const rest = new Set(form.rest.flatMap(daysOf))
  const weekdays = [...rest].filter((day) => weekdayFromMonday(day) < saturday).length
  const worked = form.worked.filter((line) => line.date).length
  return { weekdays, worked, balance: weekdays - worked }
}

/** The sentences that belong to one field, by its JSON pointer. */
export function faultsAt(problem: Problem | undefined, place: string): string[] {
  const all = problem ? [problem, ...problem.parts] : []
  return all.filter((one) => one.place === place).map((one) => (one.remedy ? `${one.title}。${one.remedy}` : one.title))
}
