// SPDX-License-Identifier: Apache-2.0
// Who sits in front of the screen and what they may do. The server decides anyway; this spares people dead ends.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import type { SessionView } from '@/api/schema'
import { identity } from '@/identity/model/api'

import { readKept, writeKept } from '../list/kept'
import { ProblemError } from '../request/problem'

const last = 'who'
/** Without network the person who was signed in last goes on writing; the server decides when it is reached. */
const cut = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 0

export const useSession = defineStore('session', () => {
  const who = ref<SessionView>()
  const known = ref(false)
  /** A sign-in that still has to show its second factor: nobody yet, but the page knows whom to ask. */
  const pending = ref<SessionView>()

  function take(answer: SessionView | undefined): void {
    who.value = answer?.signed_in ? answer : undefined
    pending.value = answer && !answer.signed_in && answer.step ? answer : undefined
    writeKept(last, who.value ?? null)
  }

  /** An anonymous visitor is no failure: the answer is simply that nobody is signed in. */
  async function load(): Promise<void> {
    try {
      const answer = await identity.current()
      take(answer)
      known.value = true
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status !== 0) known.value = true
      who.value = cut(error) ? readKept<SessionView | undefined>(last, undefined) : undefined
    }
  }

  async function signIn(account: string, password: string): Promise<SessionView> {
    const person = await identity.signIn({ account, password })
    take(person)
    known.value = true
    return person
  }

  async function finishProvider(code: string, state: string): Promise<void> {
    take(await identity.finishProvider(code, state))
    known.value = true
  }

  async function enterCode(code: string): Promise<void> {
    take(await identity.enterCode(code))
  }

  async function signOut(): Promise<void> {
    await identity.signOut()
    take(undefined)
  }

  const can = (permission: string): boolean => who.value?.permissions.includes(permission) ?? false
  const canAny = (permissions: string[]): boolean => permissions.length === 0 || permissions.some(can)
  const ownInstitution = computed(() => (who.value?.scope_kind === 'institution' ? who.value.scope_id : ''))
  return { who, known, pending, load, signIn, enterCode, finishProvider, signOut, can, canAny, ownInstitution }
})
