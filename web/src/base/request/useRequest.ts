// SPDX-License-Identifier: Apache-2.0
// Gives every call the same state, cancelling and problem. A late answer of an older call is dropped.
import { computed, onScopeDispose, ref, shallowRef } from 'vue'

import { noAnswer, ProblemError, type Problem } from './problem'

export type RequestState = 'idle' | 'loading' | 'ready' | 'failed'

export function useRequest<Input extends unknown[], Output>(call: (signal: AbortSignal, ...input: Input) => Promise<Output>) {
  const data = shallowRef<Output>()
  const problem = shallowRef<Problem>()
  const state = ref<RequestState>('idle')
  let current: AbortController | undefined

  function settle(turn: AbortController, change: () => void): void {
    if (turn === current && !turn.signal.aborted) change()
  }

  async function run(...input: Input): Promise<Output | undefined> {
    current?.abort()
    const turn = (current = new AbortController())
    state.value = 'loading'
    problem.value = undefined
    try {
      const answer = await call(turn.signal, ...input)
      settle(turn, () => ((data.value = answer), (state.value = 'ready')))
      return answer
    } catch (error) {
      settle(turn, () => ((problem.value = problemOf(error)), (state.value = 'failed')))
      return undefined
    }
  }

  function cancel(): void {
    current?.abort()
    state.value = 'idle'
  }

  onScopeDispose(() => current?.abort())
  return { data, problem, state, busy: computed(() => state.value === 'loading'), run, cancel }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  console.error(error)
  return { ...noAnswer(), id: 'screen.failed', status: -1 }
}
