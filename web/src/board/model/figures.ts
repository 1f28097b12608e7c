// SPDX-License-Identifier: Apache-2.0
// What the board says, from the figures of the server.
import type { BoardDay, BoardDistrict, BoardHonesty } from '@/api/schema'

export interface Sums { targets: number; inspected: number; failed: number; self: number; found: number; open: number; overdue: number; closed: number }

export function sums(districts: BoardDistrict[]): Sums {
  const total: Sums = { targets: 0, inspected: 0, failed: 0, self: 0, found: 0, open: 0, overdue: 0, closed: 0 }
  for (const one of districts) for (const key of Object.keys(total) as (keyof Sums)[]) total[key] += one[key]
  return total
}

/** Whole percent, never 100 while one is missing, never 0 while there is one. */
export function percent(part: number, whole: number): number {
  if (whole === 0) return 0
  const share = Math.round((100 * part) / whole)
  if (share === 100 && part < whole) return 99
  return share === 0 && part > 0 ? 1 : share
}

/** Every day from the first to the last, with what had been found and closed until then. */
export function running(days: BoardDay[]): { day: string; found: number; closed: number }[] {
  const sorted = [...days].sort((a, b) => a.day.localeCompare(b.day))
  let found = 0
  let closed = 0
  return sorted.map((one) => ({ day: one.day, found: (found += one.found), closed: (closed += one.closed) }))
}

/** What units told of themselves for a hundred problems that inspectors found; nothing where inspectors found none. */
export function candour(all: BoardHonesty[]): number | undefined {
  const own = all.reduce((sum, one) => sum + one.self_problems * one.units, 0)
  const official = all.reduce((sum, one) => sum + one.official_problems * one.units, 0)
  return official === 0 ? undefined : Math.round((100 * own) / official)
}

/** Tenths of a point as people write them. */
export const points = (tenths: number): string => (tenths / 10).toFixed(1)
export const signed = (tenths: number): string => `${tenths > 0 ? '+' : tenths < 0 ? '−' : ''}${points(Math.abs(tenths))}`
