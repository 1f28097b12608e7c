// SPDX-License-Identifier: Apache-2.0
// Exam organisations of districts: calls, what a form holds, steps in words.
import { useI18n } from 'vue-i18n'

import { call, type BodyOf } from '@/api/client'
import type { FieldChange, OrganisationRow, OrganisationStep } from '@/api/schema'
import { useFormat } from '@/base/format/useFormat'
import type { TimeStep } from '@/base/parts/TimeLine.vue'
import type { Tone } from '@/base/parts/tone'
import type { Query } from '@/base/request/http'

export const organisations = {
  list: (query: Query, signal?: AbortSignal) => call('get', '/api/registry/organisations', { query, signal }),
  show: (id: string, signal?: AbortSignal) => call('get', '/api/registry/organisations/{id}', { path: { id }, signal }),
  enter: (body: BodyOf<'post', '/api/registry/organisations'>) => call('post', '/api/registry/organisations', { body }),
  change: (id: string, body: BodyOf<'put', '/api/registry/organisations/{id}'>) => call('put', '/api/registry/organisations/{id}', { path: { id }, body }),
  end: (id: string, body: BodyOf<'post', '/api/registry/organisations/{id}/end'>) => call('post', '/api/registry/organisations/{id}/end', { path: { id }, body }),
}

export const organisationTone = (state: string): Tone => ({ standing: 'done', coming: 'due', ended: 'idle' })[state] as Tone | undefined ?? 'idle'

export interface OrganisationDraft {
  name: string
  district: string
  address: string
  contact: string
  telephone: string
  from: string
}
export const draftOf = (one: OrganisationRow | undefined, today: string): OrganisationDraft =>
  one ? { name: one.name, district: one.district, address: one.address, contact: one.contact, telephone: one.telephone, from: one.from } : { name: '', district: '', address: '', contact: '', telephone: '', from: today }

const named = ['name', 'address', 'contact', 'telephone', 'from', 'until']
/** The stored value of a field: JSON of a text, or nothing. */
export const valueOf = (stored: string): string => (stored === '' || stored === 'null' ? '' : String(JSON.parse(stored)))
/** What a step changed that a reader knows by name; of the first entry nothing, since everything is new. */
export const changesOf = (step: Pick<OrganisationStep, 'version' | 'changed'>): FieldChange[] => (step.version === 1 ? [] : step.changed.filter((one) => named.includes(one.field)))

/** Steps, newest first, in words. */
export function useOrganisationSteps() {
  const { t } = useI18n()
  const format = useFormat()
  const shown = (field: string, stored: string) => (valueOf(stored) ? (field === 'from' || field === 'until' ? format.day(valueOf(stored)) : valueOf(stored)) : t('registry.organisation.nothing'))
  return (steps: OrganisationStep[]): TimeStep[] =>
    [...steps].reverse().map((step) => ({
      title: t(`registry.organisation.step.${step.step.slice('organisation.'.length)}`),
      at: step.at,
      who: [t(`identity.role.${step.role}`), step.person].filter(Boolean).join(' '),
      text: [...changesOf(step).map((one) => t('registry.organisation.changed', { field: t(`registry.organisation.field.${one.field}`), before: shown(one.field, one.before), after: shown(one.field, one.after) })), step.reason].filter(Boolean).join(' · '),
      digest: undefined,
      index: step.event,
    }))
}
