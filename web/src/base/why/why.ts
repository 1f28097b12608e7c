// SPDX-License-Identifier: Apache-2.0
// What is asked of the why panel. One panel for the whole app: a button anywhere hands over its answer, or how to get it.
import { shallowRef } from 'vue'

import type { Why } from '@/api/schema'

import { send } from '../request/http'
import type { ProblemPart } from '../request/problem'

export type WhySource = Why | ((signal: AbortSignal) => Promise<Why>)

export const asked = shallowRef<WhySource>()
let back: HTMLElement | undefined

export function openWhy(source: WhySource): void {
  if (!asked.value) back = document.activeElement instanceof HTMLElement ? document.activeElement : undefined
  asked.value = source
}

/** The focus goes back to where it was, when that is still there. */
export function closeWhy(): void {
  asked.value = undefined
  const to = back
  back = undefined
  if (to?.isConnected) to.focus()
}

/** A refusal knows its own id, facts and whether a clause stands behind it; the sentences come from the server. */
export function refusalWhy(problem: ProblemPart): WhySource | undefined {
  if (!problem.clauses.length) return undefined
  const query = new URLSearchParams()
  for (const fact of problem.facts) {
    query.append('name', fact.name)
    query.append('value', fact.value)
  }
  const tail = query.toString()
  return (signal) => send<Why>('GET', `/api/law/refusals/${encodeURIComponent(problem.id)}${tail ? `?${tail}` : ''}`, undefined, signal)
}

const editable = 'input, textarea, select, [contenteditable="true"]'
const scopes = '[data-why], tr, li, dialog, article, section, main'

/** The button that the key W stands for: the focused one, or the nearest one around what has the focus. */
export function whyButtonNear(target: Element | null): HTMLElement | undefined {
  if (!target || target.matches(editable)) return undefined
  for (let scope = target.closest(scopes); scope; scope = scope.parentElement?.closest(scopes) ?? null) {
    const found = scope.querySelector<HTMLElement>('[data-why-button]')
    if (found) return found
  }
  return undefined
}
