// SPDX-License-Identifier: Apache-2.0
// What another role means for a person.
import type { RoleItem } from '@/api/schema'

export interface PostEffect {
  gained: string[]
  lost: string[]
}

/** Names of the permissions that come and go. */
export function postEffect(roles: RoleItem[], from: string, to: string): PostEffect {
  const of = (id: string) => roles.find((role) => role.id === id)?.permissions ?? []
  const without = (all: RoleItem['permissions'], other: RoleItem['permissions']) => all.filter((one) => !other.some((same) => same.id === one.id)).map((one) => one.name)
  return { gained: without(of(to), of(from)), lost: without(of(from), of(to)) }
}
