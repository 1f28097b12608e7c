// SPDX-License-Identifier: Apache-2.0
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'

import { notify } from '@/base/parts/notify'
import type { Problem } from '@/base/request/problem'
import { problemOf } from '@/base/request/useRequest'

/** One deed at a time: what was refused, and what is said when it is done. */
export function useAct() {
  const { t } = useI18n()
  const busy = ref(false)
  const refused = ref<Problem>()
  async function act(work: () => Promise<unknown>, said: string): Promise<boolean> {
    busy.value = true
    refused.value = undefined
    try {
      await work()
      notify(t(`campaign.done.${said}`))
      return true
    } catch (error) {
      refused.value = problemOf(error)
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy, refused, act }
}

/** Steps of a time line with the words of their actions. */
export const stepsOf = (t: (key: string) => string, words: string, steps: { action: string; at: string; who: string; reason: string; index: number }[]) =>
  steps.map((one) => ({ title: t(`${words}.${one.action.replace('.', '_')}`), at: one.at, who: one.who, text: one.reason, index: one.index }))
