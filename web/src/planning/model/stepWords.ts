// SPDX-License-Identifier: Apache-2.0
import { useI18n } from 'vue-i18n'

import type { StepItem } from '@/api/schema'
import type { TimeStep } from '@/base/parts/TimeLine.vue'

export function useStepWords() {
  const { t, te } = useI18n()
  const word = (prefix: string, key: string) => (te(`${prefix}.${key.replace('.', '_')}`) ? t(`${prefix}.${key.replace('.', '_')}`) : key)
  return (steps: StepItem[]): TimeStep[] =>
    [...steps].reverse().map((step) => ({ title: word('planning.step', step.step), at: step.at, who: [word('identity.role', step.role), step.name ?? ''].filter(Boolean).join(' '), text: step.reason }))
}
