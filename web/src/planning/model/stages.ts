// SPDX-License-Identifier: Apache-2.0
import type { BatchState, BookingState, ChangeState, Stage } from '@/api/schema'
import type { Tone } from '@/base/parts/tone'

export const stageTone: Record<Stage, Tone> = {
  collecting: 'accent', frozen: 'accent', seeded: 'accent', drawing: 'due', failed: 'wrong', drawn: 'accent', submitted: 'due', published: 'done', returned: 'wrong', superseded: 'idle',
}
export const bookingTone: Record<BookingState, Tone> = { booked: 'accent', planned: 'done', withdrawn: 'idle' }
export const changeTone: Record<ChangeState, Tone> = { proposed: 'due', approved: 'done', rejected: 'idle' }
export const batchTone: Record<BatchState, Tone> = { placed: 'done', partly: 'due', unplaced: 'wrong' }

/** The stage line of a month, in order; a step is behind, present or ahead. */
export const line = ['collecting', 'frozen', 'seeded', 'drawn', 'submitted', 'published'] as const
export type LineStage = (typeof line)[number]

const present: Record<Stage, number> = { collecting: 0, returned: 0, frozen: 1, seeded: 2, drawing: 2, failed: 2, drawn: 3, submitted: 4, published: 5, superseded: 5 }

export function stageLine(stage: Stage): { name: LineStage; state: 'behind' | 'present' | 'ahead' }[] {
  return line.map((name, i) => ({ name, state: i < present[stage] ? 'behind' : i === present[stage] ? 'present' : 'ahead' }))
}
