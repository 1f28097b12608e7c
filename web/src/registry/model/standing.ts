// SPDX-License-Identifier: Apache-2.0
import type { ReportState, Standing } from '@/api/schema'
import type { Tone } from '@/base/parts/tone'

export const standingTone: Record<Standing, Tone> = { reported: 'due', verified: 'accent', published: 'done', deregistered: 'idle' }
export const reportTone: Record<ReportState, Tone> = { submitted: 'due', verified: 'accent', returned: 'wrong', published: 'done' }
