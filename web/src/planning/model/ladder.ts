// SPDX-License-Identifier: Apache-2.0
// A batch's drawn order as a ladder from near to far: what became of each rung.
import type { BatchExplanation, RungItem } from '@/api/schema'

export type Outcome = RungItem['outcome']

export interface Rung extends RungItem {
  /** First rung of its distance band: a divider stands above it. */
  startsBand: boolean
  /** Last rung of the offer: a line stands below it. */
  endsOffer: boolean
}

export function ladderOf(explanation: Pick<BatchExplanation, 'order'>): Rung[] {
  const { order } = explanation
  return order.map((rung, i) => ({
    ...rung,
    startsBand: i === 0 || order[i - 1]!.band !== rung.band,
    endsOffer: rung.in_offer && order[i + 1]?.in_offer === false,
  }))
}

/** Rungs before the last seated one that gave nothing: these need a reason. All of them when somebody is left without a place. */
export function passedOver(rungs: Rung[]): Rung[] {
  return rungs.filter((rung) => rung.outcome !== 'seated' && rung.outcome !== 'spare')
}

/** How many rungs are worth showing at first: the offer, and everything down to the last seated rung. */
export function firstShown(rungs: Rung[]): number {
  const seated = rungs.findLastIndex((rung) => rung.outcome === 'seated')
  const offer = rungs.findLastIndex((rung) => rung.in_offer)
  return Math.max(seated, offer) + 1
}
