// SPDX-License-Identifier: Apache-2.0
// A visit on a device that may lose its network: the last copy is kept, everything that is entered waits in the outbox under an id of its
// own and is made once, in the order in which it was entered; an item saved again before it was sent takes the place of the one that waits.
import { computed, onMounted, onScopeDispose, ref, shallowRef, watch } from 'vue'

import type { ChecklistItem, VisitView } from '@/api/schema'
import { copyOf, keepCopy } from '@/base/outbox/copies'
import { useOutbox } from '@/base/outbox/store'
import type { Draft } from '@/base/outbox/types'
import { ProblemError, type Problem } from '@/base/request/problem'
import { problemOf } from '@/base/request/useRequest'
import { useSession } from '@/base/session/store'

import { bodyOf, formOf, standing, type AnswerBody, type ItemForm } from './answer'
import { inspection } from './api'

type Kept = AnswerBody & { id: string }
/** What else a visit records; the last part of its address. */
export type RecordKind = 'questions' | 'witnesses' | 'signatures' | 'sign'

export function useVisit(id: string) {
  const outbox = useOutbox()
  const session = useSession()
  const account = (): string => session.who?.account ?? ''
  const visit = shallowRef<VisitView>()
  const keptAt = ref(0)
  const problem = shallowRef<Problem>()
  /** How far this device is behind the platform, milliseconds; unknown without network. */
  const behind = ref<number>()
  let turn = 0

  const own = computed(() => outbox.drafts.filter((one) => one.kind === 'visit' && (one.form as Kept).id === id))
  const waiting = computed(() => own.value.filter((one) => one.state === 'waiting'))
  const refused = computed(() => own.value.filter((one) => one.state === 'refused'))
  const draftOf = (item: string, column: string): Draft | undefined => own.value.find((one) => one.state !== 'sent' && (one.form as Kept).item === item && (one.form as Kept).column === column)
  /** What of a kind waits on this device: bodies as they will be sent. */
  const kept = (kind: RecordKind): Record<string, unknown>[] => own.value.filter((one) => one.state !== 'sent' && one.path.endsWith(`/${kind}`)).map((one) => one.body as Record<string, unknown>)

  async function fromDevice(): Promise<void> {
    const copy = await copyOf<VisitView>(account(), `visit ${id}`).catch(() => undefined)
    if (!copy || visit.value) return
    visit.value = copy.value
    keptAt.value = copy.kept
  }

  async function load(): Promise<void> {
    const mine = ++turn
    try {
      const found = await inspection.visit(id)
      if (mine !== turn) return
      visit.value = found
      keptAt.value = 0
      problem.value = undefined
      behind.value = Date.parse(found.record.now) - Date.now()
      await keepCopy(account(), `visit ${id}`, found).catch(() => undefined)
    } catch (error) {
      const met = problemOf(error)
      if (error instanceof ProblemError && met.status === 0) await fromDevice()
      if (!visit.value || met.status !== 0) problem.value = met
    }
  }

  const known = (item: string) => (part: string, name: string) => visit.value?.facts.find((one) => one.item === item && one.part === part && one.name === name)?.known

  /** What stands in the form of an item: what waits on the device, else what the server has, else what the register knows. */
  function form(item: ChecklistItem, column: string): ItemForm {
    const draft = draftOf(item.id, column)
    if (draft) return formOf(item, draft.form as Kept)
    return formOf(item, standing(visit.value?.answers ?? [], item.id, column).at(-1), known(item.id))
  }

  async function save(item: ChecklistItem, column: string, written: ItemForm, settles = false): Promise<Draft> {
    const before = draftOf(item.id, column)
    if (before) await outbox.drop(before.id)
    const seen = standing(visit.value?.answers ?? [], item.id, column).reduce((most, one) => Math.max(most, one.seq), 0)
    const client = crypto.randomUUID()
    const body = bodyOf(item, column, written, client, seen, settles)
    const draft: Draft = { id: client, account: account(), kind: 'visit', title: `${visit.value?.visit.name ?? ''} ${item.number}`, form: { ...body, id }, path: `/api/visits/${id}/answers`, body, state: 'waiting', changed: 0 }
    return outbox.hand(draft)
  }

  /** A question, a witness, a signature: on the device first, sent when it can be. */
  async function record(kind: RecordKind, title: string, content: Record<string, unknown>, client = crypto.randomUUID() as string): Promise<Draft> {
    const body = kind === 'sign' ? content : { ...content, client, device_at: new Date().toISOString() }
    return outbox.hand({ id: client, account: account(), kind: 'visit', title: `${visit.value?.visit.name ?? ''} ${title}`, form: { ...body, id }, path: `/api/visits/${id}/${kind}`, body, state: 'waiting', changed: 0, secret: kind === 'witnesses' ? ['number'] : undefined })
  }

  // What was sent by whatever page of this device is no longer kept here; the server says how it stands now.
  const sent = computed(() => own.value.filter((one) => one.state === 'sent'))
  watch(sent, async (all) => {
    if (!all.length) return
    await load()
    for (const one of all) await outbox.drop(one.id)
  })
  const back = (): void => void load()
  onMounted(async () => {
    await outbox.belongTo(account())
    await load()
    addEventListener('online', back)
  })
  onScopeDispose(() => removeEventListener('online', back))
  return { id, visit, keptAt, problem, behind, waiting, refused, draftOf, kept, form, save, record, load, outbox }
}
export type VisitWork = ReturnType<typeof useVisit>
