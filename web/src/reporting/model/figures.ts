// SPDX-License-Identifier: Apache-2.0
import type { FigureView } from '@/api/schema'
import type { Tone } from '@/base/parts/tone'

export const returnTone = (state: string): Tone => (({ submitted: 'done', open: 'due', overdue: 'wrong', reopened: 'exception' }) as Record<string, Tone>)[state] ?? 'idle'

/** As it stands on the form: fines in yuan. */
export const shownFigure = (row: FigureView, value: number): string => (row.counts !== 'amount' ? String(value) : value % 100 === 0 ? String(value / 100) : (value / 100).toFixed(2))

/** What was typed, in the unit that is kept; nothing for what is no figure. */
export function typedFigure(row: FigureView, text: string): number | undefined {
  const clean = text.trim()
  if (row.counts !== 'amount') return /^\d{1,9}$/.test(clean) ? Number(clean) : undefined
  return /^\d{1,10}(\.\d{1,2})?$/.test(clean) ? Math.round(Number(clean) * 100) : undefined
}

export const groupOf = (row: FigureView): 'self' | 'office' => (row.source.startsWith('self') ? 'self' : 'office')
