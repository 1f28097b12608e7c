// SPDX-License-Identifier: Apache-2.0
import type { DemandItem } from '@/api/schema'

/** Subjects with more candidates than seats, were the rooms used for nothing else: worst first. */
export function shortages(demand: DemandItem[]): DemandItem[] {
  return demand.filter((one) => one.candidates > one.seats).sort((a, b) => b.candidates - b.seats - (a.candidates - a.seats))
}
