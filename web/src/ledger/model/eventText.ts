// SPDX-License-Identifier: Apache-2.0
import { useI18n } from 'vue-i18n'

/** Role and data scope of an event as people call them, with the id by which they stand in its bytes. */
export function useEventText(): { role: (id: string) => string; scope: (id: string) => string } {
  const { t, te } = useI18n()
  const known = (key: string, id: string): string => (te(key) ? `${t(key)} ${id}` : id)
  return {
    role: (id) => known(`identity.role.${id}`, id),
    scope: (id) => known(`identity.scopeKind.${id.split(':')[0]}`, id),
  }
}
