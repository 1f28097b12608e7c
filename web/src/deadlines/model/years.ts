// SPDX-License-Identifier: Apache-2.0
import type { CalendarYearRow } from '@/api/schema'

/** Announced in November: from then on the next year without data is a matter for today. */
const announced = '-11'

export function missingYears(known: Pick<CalendarYearRow, 'year'>[], today: string): number[] {
  const present = Number(today.slice(0, 4))
  const wanted = today.slice(4, 7) >= announced ? [present, present + 1] : [present]
  return wanted.filter((year) => !known.some((one) => one.year === year))
}

/** The year an officer most likely came to enter. */
export function yearToEnter(known: Pick<CalendarYearRow, 'year'>[], today: string): number {
  return missingYears(known, today)[0] ?? Number(today.slice(0, 4)) + 1
}
