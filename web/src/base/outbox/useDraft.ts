// SPDX-License-Identifier: Apache-2.0
// A form that survives a closed page and a missing network: what is typed is kept under an id chosen here, and sent under it.
import { onMounted, onScopeDispose, ref, watch, type Ref } from 'vue'

import { ProblemError } from '../request/problem'
import { useSession } from '../session/store'
import { useOutbox } from './store'
import type { Draft } from './types'

export interface DraftOptions<Form> {
  kind: string
  path: string
  form: Ref<Form>
  title: (form: Form) => string
}

const pause = 300

export function useDraft<Form>(options: DraftOptions<Form>) {
  const outbox = useOutbox()
  const session = useSession()
  const id = ref(crypto.randomUUID() as string)
  const restored = ref(false)
  let empty = JSON.stringify(options.form.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false

  const draft = (body: unknown, state: Draft['state']): Draft => ({ id: id.value, account: session.who?.account ?? '', kind: options.kind, title: options.title(options.form.value), form: options.form.value, path: options.path, body, state, changed: 0 })

  async function keepWriting(): Promise<void> {
    if (over || !session.who || JSON.stringify(options.form.value) === empty) return
    await outbox.keep(draft(undefined, 'writing')).catch(() => undefined)
  }

  /** What stands in the form now was filled in by the program: nothing is kept before a person changes it. */
  function begin(): void {
    empty = JSON.stringify(options.form.value)
  }

  /** The last one still being written; a refused one is corrected under its own id, since nothing was made. */
  onMounted(async () => {
    await outbox.belongTo(session.who?.account ?? '')
    const last = [...outbox.drafts].reverse().find((one) => one.kind === options.kind && one.state === 'writing')
    if (last) {
      id.value = last.id
      options.form.value = { ...(JSON.parse(empty) as Form), ...(last.form as Form) }
      restored.value = true
    }
    watch(options.form, () => {
      clearTimeout(timer)
      timer = setTimeout(() => void keepWriting(), pause)
    }, { deep: true })
  })
  onScopeDispose(() => {
    clearTimeout(timer)
    void keepWriting()
  })

  /** The server's answer, or undefined when the draft waits for the network. A refusal is thrown and the form goes on. */
  async function submit<Answer>(body: unknown): Promise<Answer | undefined> {
    clearTimeout(timer)
    over = true
    const after = await outbox.hand(draft(body, 'waiting'))
    if (after.state === 'refused') {
      over = false
      await outbox.keep(draft(undefined, 'writing'))
      throw new ProblemError(after.problem!)
    }
    if (after.state !== 'sent') return undefined
    await outbox.drop(after.id)
    return after.answer as Answer
  }

  async function discard(): Promise<void> {
    clearTimeout(timer)
    await outbox.drop(id.value)
    id.value = crypto.randomUUID()
    options.form.value = JSON.parse(empty) as Form
    restored.value = false
  }
  return { restored, begin, submit, discard }
}
