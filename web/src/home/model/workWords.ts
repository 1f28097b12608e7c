// SPDX-License-Identifier: Apache-2.0
import { useI18n } from 'vue-i18n'

import { useFormat } from '@/base/format/useFormat'

import type { WorkItem } from './work'

export function useWorkWords() {
  const { t } = useI18n()
  const format = useFormat()

  function urgency(item: WorkItem): string {
    const left = item.month?.deadline.days_left
    if (left === null || left === undefined) return t(`home.work.urgency.${item.tone === 'wrong' ? 'wrong' : item.tone === 'due' ? 'due' : 'open'}`)
    return left < 0 ? t('home.work.overdue', { days: -left }) : t('home.work.left', { days: left })
  }
  function title(item: WorkItem): string {
    if (item.month) return t('home.work.month', { month: format.month(item.month.month), stage: t(`planning.stage.${item.month.stage}`) })
    return t(`home.work.${item.kind}`, { count: item.count })
  }
  function text(item: WorkItem): string {
    if (item.month) return t('home.work.monthText', { day: format.day(item.month.deadline.date), clause: item.month.deadline.clause, bookings: format.count(item.month.bookings), candidates: format.count(item.month.candidates) })
    return t(`home.work.${item.kind}Text`)
  }
  return { urgency, title, text }
}
