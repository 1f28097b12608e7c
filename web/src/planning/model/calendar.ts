// SPDX-License-Identifier: Apache-2.0
// A month of sessions laid out for the eye: weeks from Monday, bars filled to their seats, colours by subject group.
import type { CalendarDay, SessionItem } from '@/api/schema'
import { weekdayFromMonday } from '@/base/format/date'

/** Weeks of seven places; null where the week belongs to another month. */
export function weeksOf(days: CalendarDay[]): (CalendarDay | null)[][] {
  const first = days[0]
  if (!first) return []
  const places: (CalendarDay | null)[] = [...Array<null>(weekdayFromMonday(first.date)).fill(null), ...days]
  while (places.length % 7 !== 0) places.push(null)
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7))
}

export interface Segment {
  group: string
  sessions: number
  candidates: number
  /** Per cent of the seats of the whole bar. */
  percent: number
}
export interface Bar {
  sessions: number
  seats: number
  candidates: number
  segments: Segment[]
}

export function barOf(sessions: SessionItem[], groupOf: (subject: string) => string, order: readonly string[]): Bar {
  const seats = sessions.reduce((sum, session) => sum + session.seats, 0)
  const candidates = sessions.reduce((sum, session) => sum + session.candidates, 0)
  const segments = order
    .map((group) => sessions.filter((session) => groupOf(session.subject) === group))
    .map((own, i) => {
      const taken = own.reduce((sum, session) => sum + session.candidates, 0)
      return { group: order[i]!, sessions: own.length, candidates: taken, percent: seats > 0 ? (100 * taken) / seats : 0 }
    })
    .filter((segment) => segment.sessions > 0)
  return { sessions: sessions.length, seats, candidates, segments }
}

export const placeKey = (date: string, slot: string, site = ''): string => `${date} ${slot} ${site}`

/** Sessions by (date, slot), or by (date, slot, site). */
export function bySlot(sessions: SessionItem[], withSite = false): Map<string, SessionItem[]> {
  const map = new Map<string, SessionItem[]>()
  for (const session of sessions) {
    const key = placeKey(session.date, session.slot, withSite ? session.site : '')
    const list = map.get(key)
    if (list) list.push(session)
    else map.set(key, [session])
  }
  return map
}

export interface SiteLine {
  site: string
  name: string
  sessions: number
  candidates: number
}

/** Sites with sessions, busiest first. */
export function siteLines(sessions: SessionItem[]): SiteLine[] {
  const lines = new Map<string, SiteLine>()
  for (const session of sessions) {
    const line = lines.get(session.site) ?? { site: session.site, name: session.site_name, sessions: 0, candidates: 0 }
    lines.set(session.site, { ...line, sessions: line.sessions + 1, candidates: line.candidates + session.candidates })
  }
  return [...lines.values()].sort((a, b) => b.sessions - a.sessions || a.site.localeCompare(b.site))
}
