// SPDX-License-Identifier: Apache-2.0
import { call } from '@/api/client'
import type { Query } from '@/base/request/http'
import type { Tone } from '@/base/parts/tone'

export const jobs = {
  list: (query: Query, signal?: AbortSignal) => call('get', '/api/jobs', { query, signal }),
  show: (number: number) => call('get', '/api/jobs/{number}', { path: { number } }),
  retry: (number: number) => call('post', '/api/jobs/{number}/retry', { path: { number } }),
  cancel: (number: number) => call('post', '/api/jobs/{number}/cancel', { path: { number } }),
}

export const states = ['waiting', 'running', 'done', 'dead', 'cancelled'] as const
export type State = (typeof states)[number]
export const tones: Record<State, Tone> = { waiting: 'due', running: 'accent', done: 'done', dead: 'wrong', cancelled: 'idle' }
