// SPDX-License-Identifier: Apache-2.0
import { ref, type Ref } from 'vue'

export type OnceMore = { run: () => Promise<void>; busy: Ref<boolean> }

/**
 * Work that must not run twice at a time. Whoever asks while it runs is not forgotten: it runs once more afterwards, because the
 * run under way may have begun before what the asker knows (the network came back while a last attempt was still failing).
 */
export function onceMore(work: () => Promise<void>): OnceMore {
  const busy = ref(false)
  let asked = false
  async function run(): Promise<void> {
    asked = true
    if (busy.value) return
    busy.value = true
    try {
      while (asked) {
        asked = false
        await work()
      }
    } finally {
      busy.value = false
    }
  }
  return { run, busy }
}
