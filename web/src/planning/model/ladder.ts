// SPDX-License-Identifier: Apache-2.0
// A batch's drawn order as a ladder from near to far: what became of each rung.
import type { BatchExplanation, RungItem } from '@/api/schema'

/** seated: it got seats here. barred: a rule stood in the way. taken: earlier batches hold the seats. displaced: seats went to later
 *  batches since this one could not take them under the rules. spare: not needed any more. open: no reason was recorded. */
export type Outcome = 'seated' | 'barred' | 'taken' | 'displaced' | 'spare' | 'open'

export interface Rung extends RungItem {
  outcome: Outcome
  /** First rung of its distance band: a divider stands above it. */
  startsBand: boolean
  /** Last rung of the offer: a line stands below it. */
  endsOffer: boolean
}

export function outcomeOf(rung: RungItem, lastSeated: number, unplaced: number): Outcome {
  if (rung.seated > 0) return 'seated'
  if (unplaced === 0 && rung.place > lastSeated) return 'spare'
  if (rung.rules.length > 0) return 'barred'
  if (rung.earlier_batches.length > 0) return 'taken'
  return rung.later_batches.length > 0 ? 'displaced' : 'open'
}

export function ladderOf(explanation: Pick<BatchExplanation, 'order' | 'batch'>): Rung[] {
  const { order, batch } = explanation
  const lastSeated = Math.max(0, ...order.filter((rung) => rung.seated > 0).map((rung) => rung.place))
  return order.map((rung, i) => ({
    ...rung,
    outcome: outcomeOf(rung, lastSeated, batch.candidates - batch.placed),
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
