// SPDX-License-Identifier: Apache-2.0
// Who sits in front of the screen and what they may do. The server decides anyway; this spares people dead ends.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import type { SessionView } from '@/api/schema'
import { identity } from '@/identity/model/api'

import { ProblemError } from '../request/problem'

export const useSession = defineStore('session', () => {
  const who = ref<SessionView>()
  const known = ref(false)

  /** An anonymous visitor is no failure: the answer is simply that nobody is signed in. */
  async function load(): Promise<void> {
    try {
      const answer = await identity.current()
      who.value = answer.signed_in ? answer : undefined
      known.value = true
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status !== 0) known.value = true
      who.value = undefined
    }
  }

  async function signIn(account: string, password: string): Promise<SessionView> {
    who.value = await identity.signIn({ account, password })
    known.value = true
    return who.value
  }

  async function signOut(): Promise<void> {
    await identity.signOut()
    who.value = undefined
  }

  const can = (permission: string): boolean => who.value?.permissions.includes(permission) ?? false
  const canAny = (permissions: string[]): boolean => permissions.length === 0 || permissions.some(can)
  const ownInstitution = computed(() => (who.value?.scope_kind === 'institution' ? who.value.scope_id : ''))
  return { who, known, load, signIn, signOut, can, canAny, ownInstitution }
})
