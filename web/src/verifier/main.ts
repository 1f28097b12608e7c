// SPDX-License-Identifier: Apache-2.0
import '@/base/tokens.css'
import '@/base/base.css'
import { createApp } from 'vue'

import VerifierPage from './VerifierPage.vue'

createApp(VerifierPage).mount('#app')
