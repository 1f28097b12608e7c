// SPDX-License-Identifier: Apache-2.0
import { useI18n } from 'vue-i18n'

import type { ReportView, StepView } from '@/api/schema'
import { useFormat } from '@/base/format/useFormat'
import type { TimeStep } from '@/base/parts/TimeLine.vue'

/** Steps of an entry's life, newest first, in words. */
export function useTimeSteps() {
  const { t, te } = useI18n()
  const format = useFormat()
  const word = (prefix: string, key: string) => (te(`${prefix}.${key.replace('.', '_')}`) ? t(`${prefix}.${key.replace('.', '_')}`) : key)
  return (steps: StepView[]): TimeStep[] =>
    [...steps].sort((a, b) => b.version - a.version).map((step) => ({
      title: word('registry.step', step.step),
      at: step.recorded_at,
      who: [word('identity.role', step.role), step.person].filter(Boolean).join(' '),
      text: [t('registry.effective', { day: format.day(step.effective_date) }), step.clause, step.reason].filter(Boolean).join(' · '),
      digest: step.sm3,
      index: step.event,
    }))
}

/** Steps of written reports that made no version of the entry: reported, verified, returned (P-1.2). */
export function useReportSteps() {
  const { t, te } = useI18n()
  const words: Record<string, string> = { submitted: 'registry.step.institution_report', verified: 'registry.step.institution_verify', returned: 'registry.report.state.returned' }
  const role = (name: string) => (te(`identity.role.${name}`) ? t(`identity.role.${name}`) : name)
  return (reports: ReportView[]): TimeStep[] =>
    reports.flatMap((report) => report.steps.filter((step) => step.state in words).map((step) => ({
      title: t(words[step.state]!), at: step.at, who: [role(step.role), step.person].filter(Boolean).join(' '), text: [t(`registry.report.kind.${report.kind}`), step.reason].filter(Boolean).join(' · '), index: step.event,
    })))
}
