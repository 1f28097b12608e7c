// SPDX-License-Identifier: Apache-2.0
// The operations the server says are possible now, in the order a month goes through them.
import type { DeskView } from '@/api/schema'

export const deskOperations = ['plan.create', 'plan.freeze', 'seed.announce', 'plan.draw', 'plan.submit', 'plan.publish', 'plan.return'] as const
export type DeskOperation = (typeof deskOperations)[number]

/** Operations that ask for words of their own; the others are confirmed with a reason. */
export const withForm: DeskOperation[] = ['plan.create', 'plan.freeze', 'seed.announce']

export function possible(desk: Pick<DeskView, 'next'>, allowed: (operation: string) => boolean): DeskOperation[] {
  return deskOperations.filter((operation) => desk.next.includes(operation) && allowed(operation))
}

export const blocking = (desk: Pick<DeskView, 'findings'>): number => desk.findings.filter((finding) => finding.blocks).length
