// SPDX-License-Identifier: Apache-2.0
// The one place that talks to the server. Every refusal arrives as a ProblemError.
import { noAnswer, problemFrom, ProblemError } from './problem'

export type QueryValue = string | number | boolean | null | undefined
export type Query = Record<string, QueryValue | QueryValue[]>

let language = 'zh'
export const speak = (next: string): void => void (language = next)

/** Empty values are left out, so that an address says only what was asked. */
export function address(path: string, query: Query = {}): string {
  const pairs = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') pairs.append(name, String(one))
    }
  }
  const tail = pairs.toString()
  return tail ? `${path}?${tail}` : path
}

async function answerOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  const body = await response.text()
  try {
    return body ? JSON.parse(body) : undefined
  } catch {
    return undefined
  }
}

async function fetched(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ProblemError(noAnswer())
  }
}

export async function send<T>(method: string, url: string, body?: unknown, signal?: AbortSignal, more: Record<string, string> = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language, ...more }
  // Another site cannot set this header without being asked: it marks the request as coming from these pages.
  if (method !== 'GET') headers['X-Ankao'] = '1'
  const form = body instanceof FormData
  if (body !== undefined && !form) headers['Content-Type'] = 'application/json'
  const payload = body === undefined ? null : form ? body : JSON.stringify(body)
  const response = await fetched(url, { method, headers, body: payload, signal: signal ?? null })
  const answer = await answerOf(response)
  if (!response.ok) throw new ProblemError(problemFrom(response.status, answer))
  return answer as T
}

/** Saves what the server offers as a file under the name the server gives it. */
export const download = (url: string, method: 'GET' | 'POST' = 'GET'): Promise<string> => saveAnswer(url, { method })

/** The same for the answer of a change. */
export async function saveAnswer(url: string, init: RequestInit): Promise<string> {
  const mark: Record<string, string> = init.method && init.method !== 'GET' ? { 'X-Ankao': '1' } : {}
  const response = await fetched(url, { ...init, headers: { 'Accept-Language': language, ...mark } })
  if (!response.ok) throw new ProblemError(problemFrom(response.status, await answerOf(response)))
  const name = fileName(response.headers.get('Content-Disposition')) || url.split('?')[0]!.split('/').pop()!
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  return name
}

export function fileName(disposition: string | null): string {
  const extended = disposition?.match(/filename\*=(?:UTF-8|utf-8)''([^;]+)/)?.[1]
  if (extended) return decodeURIComponent(extended)
  return disposition?.match(/filename="?([^";]+)"?/)?.[1] ?? ''
}
