// SPDX-License-Identifier: Apache-2.0
import { call, type BodyOf } from '@/api/client'

export const holidays = {
  years: (signal?: AbortSignal) => call('get', '/api/calendar', { signal }),
  year: (year: number, signal?: AbortSignal) => call('get', '/api/calendar/{year}', { path: { year }, signal }),
  versions: (year: number, signal?: AbortSignal) => call('get', '/api/calendar/{year}/versions', { path: { year }, signal }),
  enter: (year: number, body: BodyOf<'put', '/api/calendar/{year}'>) => call('put', '/api/calendar/{year}', { path: { year }, body }),
}
