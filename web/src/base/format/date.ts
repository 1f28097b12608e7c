// SPDX-License-Identifier: Apache-2.0
// Dates as people read them here: 2024-03-05 周二 上午. All days are days of the city; instants are shown in its time zone.

export type Language = 'zh' | 'en'

const weekdays: Record<Language, string[]> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const slots: Record<Language, Record<string, string>> = {
  zh: { am: '上午', pm: '下午', eve: '晚上' },
  en: { am: 'morning', pm: 'afternoon', eve: 'evening' },
}
const cityTimeZone = 'Asia/Shanghai'

const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day)
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** 0 = Monday … 6 = Sunday. */
export function weekdayFromMonday(day: string): number {
  return (utc(day).getUTCDay() + 6) % 7
}

export function formatDay(day: string | null | undefined, language: Language): string {
  if (!day) return '—'
  return isDay(day) ? `${day} ${weekdays[language][utc(day).getUTCDay()]}` : day
}

export function formatSlot(slot: string, language: Language): string {
  return slots[language][slot] ?? slot
}

export function formatSession(day: string, slot: string, language: Language): string {
  return `${formatDay(day, language)} ${formatSlot(slot, language)}`
}

/** 2024-03 → 2024 年 3 月 / March 2024. */
export function formatMonth(month: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})$/.exec(month)
  if (!match) return month
  if (language === 'zh') return `${match[1]} 年 ${Number(match[2])} 月`
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(utc(`${month}-01`))
}

/** An instant, ISO or seconds since 1970, as city time to the minute. */
export function formatInstant(instant: string | number | null | undefined, language: Language): string {
  if (instant === null || instant === undefined || instant === '' || instant === 0) return '—'
  const time = typeof instant === 'number' ? new Date(instant * 1000) : new Date(instant)
  if (Number.isNaN(time.getTime())) return String(instant)
  if (typeof instant === 'string' && isDay(instant)) return formatDay(instant, language)
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: cityTimeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(time)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const day = `${part('year')}-${part('month')}-${part('day')}`
  return `${formatDay(day, language)} ${part('hour')}:${part('minute')}`
}

export function addMonths(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const index = year * 12 + number - 1 + count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

export function today(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: cityTimeZone }).format(now)
}
