// SPDX-License-Identifier: Apache-2.0
// Runs the work in a worker made from the page's own script, or on the page itself where a browser allows no worker from a file.
import { core } from 'virtual:core'
import { worker } from 'virtual:worker'
import { computed, reactive, ref } from 'vue'

import { type Answers, type Asked, type BatchWhy, type Heard, type Look, looks, type Opened, type People, type Progress } from './protocol.ts'
import { openWork } from './work.ts'

export type State = 'waiting' | 'running' | 'good' | 'bad' | 'skipped'
const patience = 4000

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const text = atob(core)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

export function useVerifier() {
  const engine = ref('')
  const onPage = ref(false)
  const failed = ref('')
  const file = ref<{ name: string; size: number }>()
  const opened = ref<Opened>()
  const people = ref<People>()
  const answers = reactive<Partial<Answers>>({})
  const took = reactive<Partial<Record<Look, number>>>({})
  const now = ref<Look | 'form'>()
  const progress = ref<Progress>()
  const batches = ref<{ id: string; list: BatchWhy[] }>()
  let send: ((asked: Asked) => void) | undefined
  const waiting: Asked[] = []

  function hear(heard: Heard): void {
    if (heard.kind === 'ready') engine.value = heard.engine
    else if (heard.kind === 'opened') [opened.value, now.value] = [heard.opened, undefined]
    else if (heard.kind === 'started') now.value = heard.look
    else if (heard.kind === 'progress') progress.value = heard.progress
    else if (heard.kind === 'people') people.value = heard.people
    else if (heard.kind === 'institution') batches.value = { id: heard.id, list: heard.batches }
    else if (heard.kind === 'failed') [failed.value, now.value] = [heard.message, undefined]
    else {
      Object.assign(answers, { [heard.look]: heard.answer })
      took[heard.look] = heard.milliseconds
      now.value = undefined
    }
  }

  async function openHere(): Promise<void> {
    onPage.value = true
    const picture = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    const work = await openWork(moduleBytes(), hear, picture)
    send = (asked) => void work.ask(asked)
    waiting.splice(0).forEach(send)
  }

  function openAside(): void {
    const one = new Worker(URL.createObjectURL(new Blob([worker], { type: 'text/javascript' })))
    const stop = setTimeout(refused, patience)
    function refused(): void {
      clearTimeout(stop)
      one.terminate()
      if (!send) void openHere().catch((error: unknown) => (failed.value = String(error)))
    }
    one.onerror = refused
    one.onmessage = ({ data }: MessageEvent<Heard>) => {
      if (data.kind === 'ready') {
        clearTimeout(stop)
        send = (asked) => one.postMessage(asked)
        waiting.splice(0).forEach(send)
      }
      hear(data)
    }
    const bytes = moduleBytes().buffer
    one.postMessage(bytes, [bytes])
  }

  try {
    openAside()
  } catch {
    void openHere()
  }
  const ask = (asked: Asked): void => (send ? send(asked) : void waiting.push(asked))

  async function verify(chosen: File): Promise<void> {
    for (const look of looks) [answers[look], took[look]] = [undefined, undefined]
    ;[opened.value, people.value, progress.value, batches.value, failed.value, now.value] = [undefined, undefined, undefined, undefined, '', 'form']
    file.value = { name: chosen.name, size: chosen.size }
    ask({ kind: 'verify', bytes: new Uint8Array(await chosen.arrayBuffer()) })
  }

  const count = computed(() => looks.reduce((sum, look) => sum + (answers[look]?.findings.length ?? 0), 0))
  const done = computed(() => opened.value?.ok === false || looks.every((look) => answers[look]))
  function state(look: Look | 'form'): State {
    if (now.value === look) return 'running'
    if (look === 'form') return !opened.value ? 'waiting' : opened.value.ok ? 'good' : 'bad'
    if (opened.value?.ok === false) return 'skipped'
    const answer = answers[look]
    return !answer ? 'waiting' : answer.findings.length ? 'bad' : 'good'
  }
  return { engine, onPage, failed, file, opened, people, answers, took, progress, batches, count, done, state, verify, institution: (id: string) => ask({ kind: 'institution', id }) }
}
export type Verifier = ReturnType<typeof useVerifier>
