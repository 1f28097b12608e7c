// SPDX-License-Identifier: Apache-2.0
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import type { Filter } from '@/base/list/types'

import { useNames } from './reference'

const each = (values: string[], label: (value: string) => string) => values.map((value) => ({ value, label: label(value) }))

export function useInstitutionFilters() {
  const { t } = useI18n()
  const names = useNames()
  return computed<Filter[]>(() => [
    { name: 'q', label: t('list.keyword'), kind: 'text', placeholder: t('registry.institution.keyword') },
    { name: 'district', label: t('field.district'), kind: 'select', options: names.districtOptions.value },
    { name: 'project', label: t('registry.project'), kind: 'select', options: [...names.projectOptions.value, ...names.scopeOptions.value] },
    { name: 'role', label: t('registry.role.title'), kind: 'select', options: each(['special', 'high_risk', 'with_site'], (role) => t(`registry.role.${role}`)) },
    { name: 'standing', label: t('field.status'), kind: 'select', folded: true, options: each(['published', 'deregistered'], (one) => t(`registry.standing.${one}`)) },
    { name: 'as_of', label: t('registry.asOf'), kind: 'date', folded: true },
  ])
}

export function useSiteFilters() {
  const { t } = useI18n()
  const names = useNames()
  return computed<Filter[]>(() => [
    { name: 'q', label: t('list.keyword'), kind: 'text', placeholder: t('registry.site.keyword') },
    { name: 'district', label: t('field.district'), kind: 'select', options: names.districtOptions.value },
    { name: 'project', label: t('registry.subject'), kind: 'select', options: names.subjectOptions.value },
    { name: 'kind', label: t('registry.site.kind'), kind: 'select', options: each(['theory', 'practical', 'both'], (kind) => t(`registry.kind.${kind}`)) },
    { name: 'as_of', label: t('registry.asOf'), kind: 'date', folded: true },
  ])
}
