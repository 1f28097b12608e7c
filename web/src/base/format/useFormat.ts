// SPDX-License-Identifier: Apache-2.0
// The formatters bound to the language of the screen.
import { useI18n } from 'vue-i18n'

import { formatDay, formatInstant, formatMonth, formatSession, formatSlot, type Language } from './date'
import { formatBytes, formatCount, formatDistance, formatShare, groupedDigest } from './number'

export function useFormat() {
  const { locale } = useI18n()
  const language = (): Language => (locale.value === 'en' ? 'en' : 'zh')
  return {
    day: (day: string | null | undefined) => formatDay(day, language()),
    slot: (slot: string) => formatSlot(slot, language()),
    session: (day: string, slot: string) => formatSession(day, slot, language()),
    month: (month: string) => formatMonth(month, language()),
    instant: (instant: string | number | null | undefined) => formatInstant(instant, language()),
    distance: (metres: number) => formatDistance(metres, language()),
    count: formatCount,
    share: formatShare,
    digest: groupedDigest,
    bytes: formatBytes,
    /** What stands between the members of a row of things. */
    comma: () => (language() === 'en' ? ', ' : '、'),
    /** The name in the language of the screen; Chinese stands where no English was entered. */
    name: (zh: string, en?: string | null) => (language() === 'en' && en ? en : zh),
  }
}
