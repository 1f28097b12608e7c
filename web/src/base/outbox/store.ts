// SPDX-License-Identifier: Apache-2.0
// The outbox: sends what is waiting as soon as the server can be reached. Sending the same draft twice is harmless, the server
// makes it once; so an answer that was lost is simply asked for again.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import { send } from '../request/http'
import { onceMore } from '../request/onceMore'
import { ProblemError } from '../request/problem'
import { problemOf } from '../request/useRequest'
import { dropCopiesOf } from './copies'
import { draftsOf, dropAllOf, dropDraft, keepDraft } from './keep'
import { forgetKeyOf, openedBody, sealedDraft } from './seal'
import type { Draft } from './types'

const again = 20_000
/** The server was not reached, or could not say: the draft waits. Signed out: it waits for its person. */
const unanswered = new Set([0, 401, 408, 429, 502, 503, 504])

export const useOutbox = defineStore('outbox', () => {
  const account = ref('')
  const drafts = ref<Draft[]>([])
  const online = ref(navigator.onLine)
  const waiting = computed(() => drafts.value.filter((one) => one.state === 'waiting'))
  const unsent = computed(() => drafts.value.filter((one) => one.state === 'waiting' || one.state === 'refused'))
  let timer: ReturnType<typeof setInterval> | undefined

  async function reload(): Promise<void> {
    drafts.value = account.value ? await draftsOf(account.value) : []
  }

  /** Takes up the drafts of the person who is signed in; nobody sees another person's. */
  let takenUp: Promise<unknown> = Promise.resolve()
  async function belongTo(person: string): Promise<void> {
    if (account.value !== person) {
      account.value = person
      takenUp = reload().catch(() => (drafts.value = []))
      if (person) void takenUp.then(flush)
    }
    await takenUp
  }

  async function keep(draft: Draft): Promise<void> {
    draft.changed = Date.now()
    await keepDraft(await sealedDraft(draft))
    await reload()
  }

  async function drop(id: string): Promise<void> {
    await dropDraft(id)
    await reload()
  }

  async function forgetPerson(person: string): Promise<void> {
    await dropAllOf(person)
    await dropCopiesOf(person).catch(() => undefined)
    await forgetKeyOf(person).catch(() => undefined)
    account.value = ''
    drafts.value = []
  }

  async function attempt(draft: Draft): Promise<void> {
    try {
      const answer = await send<unknown>('POST', draft.path, await openedBody(draft), undefined, { 'X-Ankao-Draft': draft.id, 'X-Ankao-Sent': String(Date.now()) })
      await keep({ ...draft, state: 'sent', answer, problem: undefined } as Draft)
    } catch (error) {
      if (!(error instanceof ProblemError) || unanswered.has(error.problem.status)) throw error
      await keep({ ...draft, state: 'refused', problem: error.problem })
    }
  }

  /** One page of this device at a time; the others find nothing left to send. */
  async function sendWaiting(): Promise<void> {
    if (!waiting.value.length) return
    try {
      await navigator.locks.request('ankao-outbox', async () => {
        await reload()
        for (const draft of waiting.value) await attempt(draft)
      })
    } catch (error) {
      problemOf(error)
    }
  }
  const { run: flush, busy } = onceMore(sendWaiting)

  /** Keeps the draft, then sends it: `sent`, `refused` or still `waiting`, as it stands afterwards. */
  async function hand(draft: Draft): Promise<Draft> {
    await keep({ ...draft, state: 'waiting' })
    await flush()
    return drafts.value.find((one) => one.id === draft.id) ?? draft
  }

  function listen(): void {
    if (timer) return
    addEventListener('online', () => ((online.value = true), void flush()))
    addEventListener('offline', () => (online.value = false))
    timer = setInterval(() => navigator.onLine && void flush(), again)
  }
  return { account, drafts, online, busy, waiting, unsent, reload, belongTo, keep, drop, forgetPerson, flush, hand, listen }
})
