// SPDX-License-Identifier: Apache-2.0
// Terms and rules in the language of the screen.
import { useI18n } from 'vue-i18n'

import type { DeadlineRow, TermRow } from '@/api/schema'
import { useFormat } from '@/base/format/useFormat'

import { dueWord } from './terms'

export function useTermWords() {
  const { t } = useI18n()
  const format = useFormat()
  const role = (id: string) => t(`identity.role.${id}`)
  function state(term: TermRow): string {
    const word = dueWord(term)
    return t(`deadlines.term.${word.key}`, { days: t(term.working_days ? 'deadlines.term.workingDays' : 'deadlines.term.plainDays', { count: word.days }) })
  }
  function length(rule: DeadlineRow): string {
    const words = t(`deadlines.unit.${rule.unit}`, { count: Math.abs(rule.count), last: rule.last, from: rule.months_from, to: rule.months_to })
    return rule.count < 0 ? t('deadlines.rule.before', { length: words }) : words
  }
  const days = (list: number[]) => (list.length ? list.join('、') : '—')
  return {
    role, state, length, days,
    title: (one: { zh: string; en: string }) => format.name(one.zh, one.en),
    starts: (rule: DeadlineRow) => format.name(rule.starts_zh, rule.starts_en),
    done: (rule: DeadlineRow) => format.name(rule.done_zh, rule.done_en),
    missed: (rule: DeadlineRow) => format.name(rule.missed_zh, rule.missed_en),
    escalation: (rule: DeadlineRow) => rule.escalate.map((one) => t('deadlines.rule.escalated', { role: role(one.role), days: one.after })).join('；') || '—',
  }
}
