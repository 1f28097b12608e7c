// SPDX-License-Identifier: Apache-2.0
// What waits for a person, read from the lists they may see.
import type { RouteLocationRaw } from 'vue-router'

import type { DeskMonthItem } from '@/api/schema'
import type { Tone } from '@/base/parts/tone'
import { jobs } from '@/jobs/model/api'
import { notices } from '@/notices/model/api'
import { planning } from '@/planning/model/api'
import { registry } from '@/registry/model/api'

export interface WorkItem {
  kind: 'month' | 'verify' | 'publish' | 'returned' | 'bookings' | 'flags' | 'rooms' | 'failed' | 'dead'
  tone: Tone
  to: RouteLocationRaw
  count: number
  month?: DeskMonthItem
}
type Can = (permission: string) => boolean

const soonDays = 5
const settled = ['published', 'superseded']

function toneOf(item: DeskMonthItem): Tone {
  const left = item.deadline.days_left
  if (left === null || left === undefined) return 'accent'
  return left < 0 ? 'wrong' : left <= soonDays ? 'due' : 'accent'
}

async function months(signal: AbortSignal): Promise<WorkItem[]> {
  const { items } = await planning.months(signal)
  return items.filter((item) => !settled.includes(item.stage)).map((month) => ({ kind: 'month', tone: toneOf(month), to: { name: 'desk-month', params: { month: month.month } }, count: month.bookings, month }))
}

async function reports(state: string, kind: WorkItem['kind'], tone: Tone, institution: string, signal: AbortSignal): Promise<WorkItem[]> {
  const { total } = await registry.reports({ state, institution, size: 1 }, signal)
  return total > 0 ? [{ kind, tone, to: { name: 'reports', query: { state } }, count: total }] : []
}

async function flagged(signal: AbortSignal): Promise<WorkItem[]> {
  const { items } = await registry.institutions({ size: 200 }, signal)
  const count = items.filter((item) => item.flags > 0).length
  return count > 0 ? [{ kind: 'flags', tone: 'due', to: { name: 'office-institutions' }, count }] : []
}

async function roomless(signal: AbortSignal): Promise<WorkItem[]> {
  const { items } = await registry.sites({ size: 200 }, signal)
  const count = items.filter((item) => item.rooms === 0).length
  return count > 0 ? [{ kind: 'rooms', tone: 'due', to: { name: 'office-sites', query: { sort: 'seats' } }, count }] : []
}

async function ownBookings(institution: string, signal: AbortSignal): Promise<WorkItem[]> {
  const { total } = await planning.bookings({ institution, state: 'booked', completed: false, size: 1 }, signal)
  return total > 0 ? [{ kind: 'bookings', tone: 'accent', to: { name: 'bookings', query: { state: 'booked' } }, count: total }] : []
}

async function broken(can: Can, signal: AbortSignal): Promise<WorkItem[]> {
  const failed = can('delivery.retry') ? (await notices.deliveries({ state: 'failed', size: 1 }, signal)).total : 0
  const dead = can('job.retry') ? (await jobs.list({ state: 'dead', size: 1 }, signal)).total : 0
  const found: WorkItem[] = [{ kind: 'failed', tone: 'wrong', to: { name: 'deliveries', query: { state: 'failed' } }, count: failed }, { kind: 'dead', tone: 'wrong', to: { name: 'jobs', query: { state: 'dead' } }, count: dead }]
  return found.filter((item) => item.count > 0)
}

export async function readWork(can: Can, institution: string, signal: AbortSignal): Promise<WorkItem[]> {
  const parts: Promise<WorkItem[]>[] = []
  if (can('plan.view_draft')) parts.push(months(signal))
  if (can('institution.verify')) parts.push(reports('submitted', 'verify', 'due', '', signal))
  if (can('institution.publish')) parts.push(reports('verified', 'publish', 'due', '', signal))
  if (can('institution.report')) parts.push(reports('returned', 'returned', 'wrong', institution, signal))
  if (can('institution.report') && can('booking.list')) parts.push(ownBookings(institution, signal))
  if (can('institution.change')) parts.push(flagged(signal))
  if (can('room.edit') && can('site.edit')) parts.push(roomless(signal))
  if (can('delivery.retry') || can('job.retry')) parts.push(broken(can, signal))
  const order: Tone[] = ['wrong', 'due', 'accent', 'exception', 'done', 'idle']
  return (await Promise.all(parts)).flat().sort((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone))
}
