// SPDX-License-Identifier: Apache-2.0
// How a cell reads on the screen when the page has nothing special to say about it.
import { useI18n } from 'vue-i18n'

import { useFormat } from '../format/useFormat'
import type { Column } from './types'

export const blank = '—'

export function useCellText() {
  const { t } = useI18n()
  const format = useFormat()

  function one(value: unknown, column: Column): string {
    const code = column.codes?.get(String(value))
    if (code !== undefined) return code
    if (typeof value === 'boolean') return t(value ? 'field.yes' : 'field.no')
    if (column.kind === 'day') return format.day(String(value))
    if (column.kind === 'moment') return format.instant(String(value))
    if (column.kind === 'number' && typeof value === 'number') return format.count(value)
    return String(value)
  }

  return (row: object, column: Column): string => {
    const value = (row as Record<string, unknown>)[column.key]
    if (value === null || value === undefined || value === '') return blank
    const text = Array.isArray(value) ? value.map((part) => one(part, column)).join('、') : one(value, column)
    return text || blank
  }
}
