// SPDX-License-Identifier: Apache-2.0
// What a person arranged on this device: column choice, widths, saved filters. Losing it must never break a page.
import { ref, watch, type Ref } from 'vue'

export function readKept<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(`ankao.${key}`)
    return text ? (JSON.parse(text) as T) : otherwise
  } catch {
    return otherwise
  }
}

export function writeKept(key: string, value: unknown): void {
  try {
    localStorage.setItem(`ankao.${key}`, JSON.stringify(value))
  } catch {
    // A full or forbidden store: the arrangement lasts for this page only.
  }
}

export function useKept<T>(key: string, otherwise: T): Ref<T> {
  const value = ref(readKept(key, otherwise)) as Ref<T>
  watch(value, (next) => writeKept(key, next), { deep: true })
  return value
}
