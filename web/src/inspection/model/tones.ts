// SPDX-License-Identifier: Apache-2.0
import type { Tone } from '@/base/parts/tone'

export const verdictTone = (verdict: string): Tone => (({ passed: 'done', clean: 'done', failed: 'wrong', findings: 'due' }) as Record<string, Tone>)[verdict] ?? 'idle'
export const problemTone = (state: string): Tone => (({ found: 'wrong', assigned: 'due', corrected: 'accent', closed: 'done' }) as Record<string, Tone>)[state] ?? 'idle'
