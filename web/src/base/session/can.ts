// SPDX-License-Identifier: Apache-2.0
import { useSession } from './store'

/** `can('plan.publish')`: the same noun.verb as the operation, the event and the button. */
export function usePermission() {
  const session = useSession()
  return { can: session.can, canAny: session.canAny }
}
