// SPDX-License-Identifier: Apache-2.0
// Chinese first, English by a switch. Each language is one chunk, loaded when it is spoken.
import { createI18n } from 'vue-i18n'

import type { Language } from '../format/date'
import { readKept, writeKept } from '../list/kept'
import { speak } from '../request/http'

export const i18n = createI18n({ legacy: false, locale: 'zh', fallbackLocale: 'zh', messages: {}, missingWarn: false, fallbackWarn: false, warnHtmlMessage: true })

const loaders = { zh: () => import('./zh'), en: () => import('./en') }
const loaded = new Set<Language>()

/** `?lang=en` in the address wins over what was chosen before on this device. */
export function chosenLanguage(search = location.search): Language {
  const asked = new URLSearchParams(search).get('lang')
  if (asked === 'zh' || asked === 'en') return asked
  return readKept<Language>('language', 'zh') === 'en' ? 'en' : 'zh'
}

export async function speakLanguage(language: Language): Promise<void> {
  if (!loaded.has(language)) {
    const { words } = await loaders[language]()
    i18n.global.setLocaleMessage(language, words as never)
    loaded.add(language)
  }
  ;(i18n.global.locale as { value: string }).value = language
  speak(language)
  writeKept('language', language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
