// SPDX-License-Identifier: Apache-2.0
// Two plans compared level by level, as the draw does: the first level that differs decides.
import type { Levels } from '@/api/schema'

export const levelNames = ['u', 'e', 'x', 'j', 'v', 'q'] as const
export type LevelName = (typeof levelNames)[number]

export interface LevelLine {
  name: LevelName
  plan: number
  greedy: number
  verdict: 'better' | 'same' | 'worse'
  /** The level that decides which plan is better. */
  decides: boolean
}

export function compareLevels(plan: Levels, greedy: Levels): LevelLine[] {
  const first = levelNames.find((name) => plan[name] !== greedy[name])
  return levelNames.map((name) => ({
    name,
    plan: plan[name],
    greedy: greedy[name],
    verdict: plan[name] < greedy[name] ? 'better' : plan[name] > greedy[name] ? 'worse' : 'same',
    decides: name === first,
  }))
}

export const isComputed = (levels: Levels): boolean => levelNames.some((name) => levels[name] !== 0)
