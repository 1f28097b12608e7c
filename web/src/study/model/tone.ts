// SPDX-License-Identifier: Apache-2.0
import type { Tone } from '@/base/parts/tone'

export const simulationTone: Record<string, Tone> = { waiting: 'idle', running: 'due', done: 'done', failed: 'wrong' }
