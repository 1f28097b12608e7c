// SPDX-License-Identifier: Apache-2.0
// What the core answers, and what page and worker say to each other.

export interface Finding { id: string; at: string; details: Record<string, string> }
export type Levels = Record<'U' | 'E' | 'X' | 'J' | 'V' | 'Q', number>

export interface RecordFacts {
  city: string; month: string; instance_sm3: string; engine: string; seed: string
  institutions: number; sites: number; batches: number; candidates: number; sessions: number
  participants: number; commitments: number; reveals: number; absent: string[]
  source: string; how: string; public_value: string
  frozen_at: string; commitments_until: string; reveals_until: string; available_at: string
}
export type Opened = { ok: true; bytes: number; sm3: string; record: RecordFacts } | { ok: false; bytes: number; sm3: string; finding: Finding }

export const looks = ['digests', 'ceremony', 'records', 'rules', 'redraw'] as const
export type Look = (typeof looks)[number]

export interface Approval { reason: string; role: string; at: string }
export interface Answers {
  digests: { findings: Finding[]; digests: { member: string; actual: string; stated: string | null }[] }
  ceremony: { findings: Finding[]; parts: { id: string; name: string; commitment: string; nonce: string | null; gives: string | null }[]; seed: { stated: string; recomputed: string } }
  records: {
    findings: Finding[]
    waivers: { institution: string; subject: string; basis: string; clause: string; batches: number; candidates: number; approval: Approval | null }[]
    exceptions: { institution: string; site: string; subject: string; visits: number; approval: Approval | null }[]
  }
  rules: { findings: Finding[]; stated: Levels; found: Levels; rules: Record<string, number> }
  redraw: { findings: Finding[]; stated: Levels; stated_sm3: string; engine: string; redrawn?: Levels; redrawn_sm3?: string; redrawn_bytes?: number }
}
export type Answer = Answers[Look]

export interface People {
  institutions: { id: string; name: string; batches: number; candidates: number; placed: number }[]
  sites: Record<string, string>
  subjects: Record<string, string>
}

export interface Rung {
  site: string; band: number; distance_m: number; ticket: string; inner: number; in_offer: boolean; seated: number
  rules: string[]; earlier_batches: string[]; later_batches: string[]; envied: string[]; openings: number; open_to_it: number
}
export interface BatchWhy {
  facts: { kind: 'regular' | 'retake'; own_school: boolean; class: string; candidates: number; carried: number; started: string; completed: string; finish_by: string | null }
  why: {
    batch: string; institution: string; subject: string; queue_place: number; queue_length: number; waived_because: string | null
    order: Rung[]; ineligible: string[]; unplaced: number
    places: { room: string; site: string; date: string; slot: string; candidates: number; order_place: number }[]
  }
}

export interface Progress { done: number; limit: number; levels: Levels }

export type Asked = { kind: 'verify'; bytes: Uint8Array } | { kind: 'institution'; id: string }
export type Heard =
  | { kind: 'ready'; engine: string }
  | { kind: 'opened'; opened: Opened }
  | { kind: 'started'; look: Look }
  | { kind: 'progress'; progress: Progress }
  | { kind: 'looked'; look: Look; answer: Answer; milliseconds: number }
  | { kind: 'people'; people: People }
  | { kind: 'institution'; id: string; batches: BatchWhy[] }
  | { kind: 'failed'; message: string }
