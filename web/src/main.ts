// SPDX-License-Identifier: Apache-2.0
import './base/tokens.css'
import './base/base.css'
import './base/print.css'

import { createPinia } from 'pinia'
import { createApp } from 'vue'

import App from './App.vue'
import { chosenLanguage, i18n, speakLanguage } from './base/i18n'
import { makeRouter } from './routes'

await speakLanguage(chosenLanguage())
createApp(App).use(createPinia()).use(i18n).use(makeRouter()).mount('#app')

/** After the first page, so that keeping files never delays it. */
const work = (): void => void navigator.serviceWorker?.register('/sw.js').catch(() => undefined)
if (import.meta.env.PROD && document.readyState === 'complete') work()
else if (import.meta.env.PROD) addEventListener('load', work, { once: true })
