// SPDX-License-Identifier: Apache-2.0
// Districts and projects: read once, named everywhere in the language of the screen.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'

import type { DistrictView, ProjectView, ScopeView } from '@/api/schema'
import type { Option } from '@/base/list/types'

import { registry } from './api'
import type { ShapeCollection } from './shapes'

export const useReference = defineStore('reference', () => {
  const districts = shallowRef<DistrictView[]>([])
  const projects = shallowRef<ProjectView[]>([])
  const scopes = shallowRef<ScopeView[]>([])
  const shapes = shallowRef<ShapeCollection>()
  const started = ref(false)

  /** Names are a comfort: when they cannot be read, lists show codes and go on. */
  async function load(): Promise<void> {
    if (started.value) return
    started.value = true
    await Promise.all([
      registry.districts().then((answer) => (districts.value = answer.items)),
      registry.projects().then((answer) => ((projects.value = answer.items), (scopes.value = answer.scopes))),
    ]).catch(() => (started.value = false))
  }
  async function loadShapes(): Promise<void> {
    shapes.value ??= await registry.shapes()
  }
  return { districts, projects, scopes, shapes, load, loadShapes }
})

interface Named {
  name_zh: string
  name_en: string
}

export function useNames() {
  const store = useReference()
  const { t, locale } = useI18n()
  void store.load()
  const spoken = (entry: Named | undefined, otherwise: string) => (entry ? (locale.value === 'en' && entry.name_en ? entry.name_en : entry.name_zh) : otherwise)
  const projectMap = computed(() => new Map(store.projects.map((project) => [project.id, project])))
  const districtMap = computed(() => new Map(store.districts.map((district) => [district.code, district])))
  const scopeMap = computed(() => new Map(store.scopes.map((scope) => [scope.id, scope])))

  const subject = (id: string): string => (id === 'theory' ? t('registry.theory') : spoken(projectMap.value.get(id) ?? (scopeMap.value.get(id) as Named | undefined), id))
  const district = (code: string): string => spoken(districtMap.value.get(code), code)
  /** A district whose name came with its record: in English as the register names it. */
  const called = (code: string, name: string): string => (locale.value === 'en' ? spoken(districtMap.value.get(code), name) : name)
  const group = (id: string): string => projectMap.value.get(id)?.category ?? 'theory'
  const groupName = (category: string): string => {
    const project = store.projects.find((one) => one.category === category)
    return category === 'theory' || !project ? t('registry.theory') : locale.value === 'en' ? project.category_en : project.category_zh
  }
  const option = (value: string, label: string): Option => ({ value, label })
  const districtOptions = computed(() => store.districts.map((one) => option(one.code, spoken(one, one.code))))
  const projectOptions = computed(() => store.projects.map((one) => option(one.id, `${one.id} ${spoken(one, one.id)}`)))
  const scopeOptions = computed(() => store.scopes.map((one) => option(one.id, spoken(one, one.id))))
  const subjectOptions = computed(() => [option('theory', t('registry.theory')), ...projectOptions.value])
  return { subject, district, called, group, groupName, districtOptions, projectOptions, scopeOptions, subjectOptions }
}
