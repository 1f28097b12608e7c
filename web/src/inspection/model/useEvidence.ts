// SPDX-License-Identifier: Apache-2.0
// The files of a visit: what the server has, what waits on the device, and which may be added at all (told before one is kept).
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'

import type { EvidenceView, FileLimit } from '@/api/schema'
import { attachments } from '@/attachments/model/api'
import { copyOf, keepCopy } from '@/base/outbox/copies'
import { useSession } from '@/base/session/store'
import { useUploads } from '@/base/uploads/store'

import { inspection } from './api'

const kind = 'visit_item'
const limitsCopy = 'limits of files'

export function useEvidence(visit: string) {
  const uploads = useUploads()
  const session = useSession()
  const files = shallowRef<EvidenceView[]>([])
  const limits = shallowRef<FileLimit[]>([])
  const mayAdd = ref(false)
  const subjectOf = (item: string): string => `${visit}:${item}`
  const account = (): string => session.who?.account ?? ''

  async function load(): Promise<void> {
    try {
      files.value = (await inspection.files(visit)).items
      await keepCopy(account(), `files ${visit}`, files.value).catch(() => undefined)
    } catch {
      files.value = (await copyOf<EvidenceView[]>(account(), `files ${visit}`).catch(() => undefined))?.value ?? files.value
    }
  }

  /** Any item tells it: the limits are those of the kind of record. */
  async function learn(item: string): Promise<void> {
    try {
      const list = await attachments.list(kind, subjectOf(item))
      limits.value = list.limits
      mayAdd.value = list.may_add
      await keepCopy(account(), limitsCopy, { limits: list.limits, mayAdd: list.may_add }).catch(() => undefined)
    } catch {
      const copy = await copyOf<{ limits: FileLimit[]; mayAdd: boolean }>(account(), limitsCopy).catch(() => undefined)
      if (copy) [limits.value, mayAdd.value] = [copy.value.limits, copy.value.mayAdd]
    }
  }

  const of = (item: string): EvidenceView[] => files.value.filter((one) => one.item === item)
  const onTheWay = (item: string) => uploads.files.filter((one) => one.kind === kind && one.subject === subjectOf(item))
  const waiting = computed(() => uploads.files.filter((one) => one.kind === kind && one.subject.startsWith(`${visit}:`)).length)
  const add = (item: string, chosen: File[]): Promise<void> => uploads.add(kind, subjectOf(item), chosen, true)

  watch(() => uploads.arrived, () => void load())
  const back = (): void => void load()
  addEventListener('online', back)
  onScopeDispose(() => removeEventListener('online', back))
  void load()
  return { limits, mayAdd, waiting, of, onTheWay, add, learn, load }
}
export type Evidence = ReturnType<typeof useEvidence>
