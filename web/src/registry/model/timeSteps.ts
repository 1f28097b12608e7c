// SPDX-License-Identifier: Apache-2.0
import { useI18n } from 'vue-i18n'

import type { StepView } from '@/api/schema'
import { useFormat } from '@/base/format/useFormat'
import type { TimeStep } from '@/base/parts/TimeLine.vue'

/** Steps of an entry's life, newest first, in words. */
export function useTimeSteps() {
  const { t, te } = useI18n()
  const format = useFormat()
  const word = (prefix: string, key: string) => (te(`${prefix}.${key.replace('.', '_')}`, 'zh') ? t(`${prefix}.${key.replace('.', '_')}`) : key)
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
