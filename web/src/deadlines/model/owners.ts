// SPDX-License-Identifier: Apache-2.0
// Who a deadline may be started for: everybody of its kind that stands in the register.
import type { Option } from '@/base/list/types'
import { registry } from '@/registry/model/api'

export async function ownersOf(scope: string, signal?: AbortSignal): Promise<Option[]> {
  if (scope === 'district') return (await registry.districts()).items.map((one) => ({ value: one.code, label: one.name_zh }))
  if (scope === 'institution') return (await registry.institutions({ size: 200 }, signal)).items.map((one) => ({ value: one.id, label: `${one.id} ${one.name}` }))
  if (scope === 'site') return (await registry.sites({ size: 200 }, signal)).items.map((one) => ({ value: one.id, label: `${one.id} ${one.name}` }))
  return []
}
