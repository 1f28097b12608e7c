// SPDX-License-Identifier: Apache-2.0
// What a person wrote on this device and the server has not confirmed yet.
import type { Problem } from '../request/problem'

/** writing: still in its form; waiting: handed over, not confirmed; refused: the server said no; sent: confirmed. */
export type DraftState = 'writing' | 'waiting' | 'refused' | 'sent'

export interface Draft {
  /** Chosen here; the server makes each id once. */
  id: string
  account: string
  kind: string
  title: string
  /** The form as it stands, to go on writing. */
  form: unknown
  path: string
  body: unknown
  state: DraftState
  changed: number
  /** Members of the body that the device keeps sealed (seal.ts). */
  secret?: string[]
  problem?: Problem
  answer?: unknown
}
