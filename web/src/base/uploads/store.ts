// SPDX-License-Identifier: Apache-2.0
// Files on their way. They stay on the device until the server has them, go on after a reload and when the network is back.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

import { onceMore } from '../request/onceMore'
import { ProblemError, type Problem } from '../request/problem'
import { problemOf } from '../request/useRequest'
import { dropFile, filesOf, keepFile } from './keep'
import { sm3Of } from '../sm3'
import { placeNow } from './place'
import { giveUp, sendFile } from './send'
import type { DevicePlace, KeptFile } from './types'

const again = 5_000
/** The server was not reached, or could not say: the file waits. */
const unanswered = new Set([0, 401, 408, 429, 502, 503, 504])

/** 32 hexadecimal digits; crypto.randomUUID is missing where the address is not secure. */
const newId = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export const useUploads = defineStore('uploads', () => {
  const account = ref('')
  const files = shallowRef<KeptFile[]>([])
  const offsets = ref<Record<string, number>>({})
  const refused = ref<Record<string, Problem>>({})
  const present = ref('')
  /** Rises whenever a file has arrived. */
  const arrived = ref(0)
  const waiting = computed(() => files.value.filter((one) => !one.paused && one.ready !== false && !refused.value[one.id]))
  let turn: AbortController | undefined
  let timer: ReturnType<typeof setInterval> | undefined

  async function reload(): Promise<void> {
    files.value = account.value ? await filesOf(account.value) : []
  }

  async function belongTo(person: string): Promise<void> {
    if (account.value === person) return
    turn?.abort()
    account.value = person
    await reload().catch(() => (files.value = []))
    for (const one of files.value.filter((kept) => kept.ready === false)) await prepare(one).catch(() => undefined)
    void flush()
  }

  /** The digest as the file was taken, and the place: on the device already, so that a page closed meanwhile loses nothing. */
  async function prepare(kept: KeptFile, place?: DevicePlace): Promise<void> {
    const sm3 = await sm3Of(kept.file)
    await keepFile({ ...kept, sm3, ...(place ? { place } : {}), ready: true })
    await reload()
  }

  /** Kept first, then looked at. `located`: the place is asked for as well. */
  async function add(kind: string, subject: string, chosen: File[], located = false): Promise<void> {
    const asked = located ? placeNow() : Promise.resolve(undefined)
    const kept: KeptFile[] = chosen.map((file) => ({ id: newId(), account: account.value, kind, subject, name: file.name, size: file.size, captured: file.lastModified, added: Date.now(), paused: false, file, ready: false }))
    for (const one of kept) await keepFile(one)
    await reload()
    const place = await asked
    for (const one of kept) await prepare(one, place)
    void flush()
  }

  async function attempt(kept: KeptFile): Promise<boolean> {
    turn = new AbortController()
    present.value = kept.id
    try {
      await sendFile(kept, turn.signal, (offset) => (offsets.value = { ...offsets.value, [kept.id]: offset }))
      await dropFile(kept.id)
      arrived.value += 1
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return true
      if (!(error instanceof ProblemError) || unanswered.has(error.problem.status)) return false
      refused.value = { ...refused.value, [kept.id]: error.problem }
    } finally {
      present.value = ''
    }
    return true
  }

  /** One page of this device at a time. */
  async function sendWaiting(): Promise<void> {
    if (!waiting.value.length) return
    try {
      await navigator.locks.request('ankao-uploads', async () => {
        await reload()
        for (let next = waiting.value[0]; next && (await attempt(next)); next = waiting.value[0]) await reload()
      })
    } catch (error) {
      problemOf(error)
    }
  }
  const { run: flush } = onceMore(sendWaiting)

  async function pause(kept: KeptFile, paused: boolean): Promise<void> {
    await keepFile({ ...kept, paused })
    if (paused && present.value === kept.id) turn?.abort()
    await reload()
    if (!paused) void flush()
  }

  /** Away from the device; the server's parts go at once, or with the abandoned ones. */
  async function drop(kept: KeptFile): Promise<void> {
    if (present.value === kept.id) turn?.abort()
    await dropFile(kept.id)
    await reload()
    if (!refused.value[kept.id]) await giveUp(kept.id).catch(() => undefined)
  }

  async function forgetPerson(person: string): Promise<void> {
    turn?.abort()
    for (const one of await filesOf(person)) await dropFile(one.id)
    account.value = ''
    files.value = []
  }

  function listen(): void {
    if (timer) return
    addEventListener('online', () => void flush())
    timer = setInterval(() => navigator.onLine && void flush(), again)
  }
  return { account, files, offsets, refused, present, arrived, waiting, belongTo, add, flush, pause, drop, forgetPerson, listen }
})
