// SPDX-License-Identifier: Apache-2.0
// Where a term is done: the page, and the word on the button that leads there.
import type { RouteLocationRaw } from 'vue-router'

import type { TermRow } from '@/api/schema'

export interface Next {
  word: string
  to: RouteLocationRaw
}
interface Rule extends Next {
  permission: string
}

const rules: Record<string, Rule> = {
  exam_booking: { word: 'book', permission: 'booking.create', to: { name: 'booking-new' } },
  plan_publication: { word: 'desk', permission: 'plan.view_draft', to: { name: 'desk' } },
  site_suspension: { word: 'suspensions', permission: 'suspension.record', to: { name: 'suspensions' } },
  circular_suspension: { word: 'suspensions', permission: 'suspension.record', to: { name: 'suspensions' } },
  institution_suspension: { word: 'suspensions', permission: 'suspension.record', to: { name: 'suspensions' } },
}

/** Only what is open and one's own leads anywhere; what has no page yet is confirmed in its drawer. */
export function nextOf(term: Pick<TermRow, 'id' | 'deadline' | 'state' | 'own' | 'by_hand'>, can: (permission: string) => boolean): Next | undefined {
  if (term.state !== 'open' || !term.own) return undefined
  const rule = rules[term.deadline]
  if (rule && can(rule.permission)) return { word: rule.word, to: rule.to }
  return term.by_hand && can('term.handle') ? { word: 'confirm', to: { name: 'term', params: { term: term.id } } } : undefined
}
