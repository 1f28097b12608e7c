// SPDX-License-Identifier: Apache-2.0
// Short words after an action, in the verb of its button. Read out by screen readers, gone by themselves.
import { reactive } from 'vue'

import type { ProblemPart } from '../request/problem'

export interface Notice {
  id: number
  text: string
  tone: 'done' | 'wrong'
  problem?: ProblemPart | undefined
}

export const notices = reactive<Notice[]>([])
const shownMilliseconds = 5000
/** With a question to ask it stays longer. */
const askedMilliseconds = 15_000
let last = 0

export function notify(text: string, tone: Notice['tone'] = 'done', problem?: ProblemPart): void {
  const notice: Notice = { id: ++last, text, tone, problem }
  notices.push(notice)
  setTimeout(() => notices.splice(notices.findIndex((one) => one.id === notice.id), 1), problem?.clauses.length ? askedMilliseconds : shownMilliseconds)
}
