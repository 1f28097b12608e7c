// SPDX-License-Identifier: Apache-2.0
import type { RouteLocationNormalizedLoaded } from 'vue-router'

/** A page is made anew when its own parameters change, not when a page inside it does. */
export function pageKey(route: RouteLocationNormalizedLoaded, depth: number): string {
  const path = route.matched[depth]?.path ?? route.path
  return path.replace(/:(\w+)/g, (_, name: string) => String(route.params[name] ?? ''))
}
