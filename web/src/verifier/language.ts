// SPDX-License-Identifier: Apache-2.0
// The language of the page: the browser's, until somebody presses the switch. Nothing is stored.
import { computed, ref, watchEffect } from 'vue'

import type { Language } from '@/base/format/date'

import en from './words.en'
import zh from './words.zh'

export const language = ref<Language>(navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en')
export const words = computed(() => (language.value === 'zh' ? zh : en))
watchEffect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
  document.title = words.value.title
})

/** Fills the places of a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}
