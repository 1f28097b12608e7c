// SPDX-License-Identifier: Apache-2.0
// Short words after an action, in the verb of its button. Read out by screen readers, gone by themselves.
import { reactive } from 'vue'

export interface Notice {
  id: number
  text: string
  tone: 'done' | 'wrong'
}

export const notices = reactive<Notice[]>([])
const shownMilliseconds = 5000
let last = 0

export function notify(text: string, tone: Notice['tone'] = 'done'): void {
  const notice = { id: ++last, text, tone }
  notices.push(notice)
  setTimeout(() => notices.splice(notices.findIndex((one) => one.id === notice.id), 1), shownMilliseconds)
}
