// SPDX-License-Identifier: Apache-2.0
import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import { useRoute } from 'vue-router'

import type { PlanRecord } from '@/api/schema'

import { planReads } from '../model/api'

export interface PlanContext {
  month: string
  draft: boolean
  version: ComputedRef<number | undefined>
  reads: ReturnType<typeof planReads>
  record: ComputedRef<PlanRecord | undefined>
  /** Route name of a page of this plan: the same pages show a published plan and a draft. */
  page: (name: string) => string
}
const key: InjectionKey<PlanContext> = Symbol('plan')

export function providePlan(record: ComputedRef<PlanRecord | undefined>): PlanContext {
  const route = useRoute()
  const month = String(route.params.month)
  const draft = route.matched.some((one) => one.meta.draft === true)
  const version = computed(() => Number(route.query.version) || undefined)
  const context: PlanContext = { month, draft, version, record, reads: planReads(month, draft), page: (name) => name.replace(/^plan/, draft ? 'draft' : 'plan') }
  provide(key, context)
  return context
}

export function usePlan(): PlanContext {
  const context = inject(key)
  if (!context) throw new Error('usePlan: the page stands outside of PlanFrame')
  return context
}
