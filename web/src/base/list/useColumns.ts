// SPDX-License-Identifier: Apache-2.0
// Which columns a table shows, in which order: what the address says, else what was chosen on this device, else the list's own.
import { computed, watch, type Ref } from 'vue'

import { useKept } from './kept'
import type { Column } from './types'

/** The first column names the row: it stays, and stays first. */
export function arranged(columns: Column[], keys: string[]): Column[] {
  const first = columns[0]
  if (!first) return []
  const chosen = keys.filter((key, i) => key !== first.key && keys.indexOf(key) === i).flatMap((key) => columns.find((column) => column.key === key) ?? [])
  return [first, ...chosen]
}

export function useColumns(id: string, columns: Ref<Column[]>, own: () => string[] | undefined, asked: Ref<string>, ask: (keys: string, replace: boolean) => void) {
  const kept = useKept<string[]>(`columns.${id}`, [])
  const standard = computed(() => arranged(columns.value, own() ?? columns.value.filter((column) => !column.hidden).map((column) => column.key)).map((column) => column.key))
  const shown = computed(() => arranged(columns.value, asked.value ? asked.value.split(',') : standard.value))
  const keys = computed(() => shown.value.map((column) => column.key))
  const text = (list: string[]) => (list.join() === standard.value.join() ? '' : list.join())

  function arrange(next: string[]): void {
    kept.value = text(next) ? next : []
    ask(text(next), false)
  }
  // What was chosen before stands in the address, too: a copied link shows the same table.
  watch(columns, (known) => {
    if (known.length && !asked.value && kept.value.length) ask(text(arranged(known, kept.value).map((column) => column.key)), true)
  }, { immediate: true })
  return { shown, keys, arrange, reset: () => arrange(standard.value) }
}
