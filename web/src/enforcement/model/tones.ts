// SPDX-License-Identifier: Apache-2.0
import type { Tone } from '@/base/parts/tone'

export const decisionTone = (state: string): Tone => (({ proposed: 'due', in_force: 'wrong', refused: 'idle', withdrawn: 'idle', annulled: 'exception' }) as Record<string, Tone>)[state] ?? 'idle'
