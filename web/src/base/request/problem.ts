// SPDX-License-Identifier: Apache-2.0
// What the server refuses (RFC 9457) and what the network does, as one value that screens can show.

export interface ProblemPart {
  id: string
  title: string
  remedy: string
  place: string
  /** Clauses of the notice behind the refusal; then the why panel can be asked. */
  clauses: string[]
  facts: { name: string; value: string }[]
}

export interface Problem extends ProblemPart {
  status: number
  request: string
  parts: ProblemPart[]
}

type Raw = Record<string, unknown>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The id is the last part of the type: `urn:ankao:problem:plan.not_frozen`. */
function idOf(raw: Raw): string {
  return text(raw.type).split(':').pop() ?? ''
}

function placeOf(raw: Raw): string {
  return text(raw.at)
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.filter((one) => one !== null && one !== undefined) : [])
const factOf = (raw: Raw) => ({ name: text(raw.name), value: text(raw.value) })

function partOf(raw: Raw): ProblemPart {
  return { id: idOf(raw), title: text(raw.title), remedy: text(raw.detail), place: placeOf(raw), clauses: listOf(raw.clauses).map(text), facts: listOf(raw.facts).map((one) => factOf(one as Raw)) }
}

export function problemFrom(status: number, body: unknown): Problem {
  const raw: Raw = body !== null && typeof body === 'object' ? (body as Raw) : {}
  const parts = Array.isArray(raw.parts) ? raw.parts.filter((part) => part !== null && typeof part === 'object') : []
  return { status, ...partOf(raw), request: text(raw.instance), parts: parts.map((part) => partOf(part as Raw)) }
}

/** Status 0: no answer at all; screens have words of their own for it. */
export const noAnswer = (): Problem => problemFrom(0, null)

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title || `status ${problem.status}`)
  }
}
