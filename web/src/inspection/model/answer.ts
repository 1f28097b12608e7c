// SPDX-License-Identifier: Apache-2.0
// An item as it is answered on the device: what was saved, what is being written, what waits for the network.
import type { AnsweredPart, AnswerView, ChecklistItem, ChecklistPart } from '@/api/schema'

export interface PartForm {
  part: string
  mark: string
  missing: string[]
  further: string
  minus: string
  reason: string
  /** Figures found on the spot, by name. */
  counts: Record<string, string>
}
export interface ItemForm {
  parts: PartForm[]
  serious: boolean
  seriousReason: string
  note: string
}
export interface AnswerBody {
  client: string
  seen: number
  item: string
  column: string
  parts: AnsweredPart[]
  serious: boolean
  serious_reason: string
  note: string
  settles: boolean
  device_at: string
}

/** Tenths of a point as people read them. */
export const points = (tenths: number): string => String(tenths / 10)

export const chosen = (part: ChecklistPart): boolean => part.rule === 'range' || part.rule === 'judged'
export const named = (part: ChecklistPart): boolean => (part.rule === 'each' || part.rule === 'noted') && (part.things.length > 0 || part.open)
/** The marks that can be given: partly where the inspector judges, inapplicable where nothing is scored. */
export const marks = (part: ChecklistPart): string[] => ['met', ...(part.rule === 'judged' ? ['partly'] : []), 'not', ...(part.rule === 'noted' ? ['inapplicable'] : [])]
export const faulty = (form: PartForm): boolean => form.mark === 'not' || form.mark === 'partly'
/** A wholly missing judged part needs no figure. */
export const asksMinus = (part: ChecklistPart, form: PartForm): boolean => faulty(form) && (part.rule === 'range' || (part.rule === 'judged' && form.mark === 'partly'))

/** What the register says stands in a figure until somebody counts. */
export type Known = (part: string, name: string) => number | null | undefined

export function formOf(item: ChecklistItem, answer?: { parts: AnsweredPart[]; serious?: boolean | null; serious_reason?: string | null; note?: string | null }, known: Known = () => undefined): ItemForm {
  const parts = item.parts.map((part): PartForm => {
    const given = answer?.parts.find((one) => one.part === part.no)
    const named = new Set(part.things.map((one) => one.zh))
    const missing = given?.missing ?? []
    const counts = Object.fromEntries(part.facts.map((fact) => {
      const counted = given ? given.counts?.find((one) => one.name === fact.name)?.value : known(part.no, fact.name)
      return [fact.name, counted == null ? '' : String(counted)]
    }))
    return {
      part: part.no, mark: given?.mark ?? 'open', missing: missing.filter((one) => named.has(one)), further: missing.filter((one) => !named.has(one)).join('；'),
      minus: given?.minus == null ? '' : points(given.minus), reason: given?.reason ?? '', counts,
    }
  })
  return { parts, serious: answer?.serious ?? false, seriousReason: answer?.serious_reason ?? '', note: answer?.note ?? '' }
}

/** Whole figures only; an empty field says nothing. */
function countsOf(part: ChecklistPart, form: PartForm): { name: string; value: number }[] {
  return part.facts.map((fact) => ({ name: fact.name, text: (form.counts[fact.name] ?? '').trim() })).filter((one) => /^\d{1,7}$/.test(one.text)).map((one) => ({ name: one.name, value: Number(one.text) }))
}

/** How a figure stands: below what the form asks though the part is called met, or not what the register says. */
export function factState(fact: { name: string; at_least: number }, form: PartForm, known?: number | null): 'below' | 'differs' | '' {
  const text = (form.counts[fact.name] ?? '').trim()
  const value = /^\d+$/.test(text) ? Number(text) : known
  if (value == null) return ''
  if (form.mark === 'met' && value < fact.at_least) return 'below'
  return known != null && value !== known ? 'differs' : ''
}

function partBody(part: ChecklistPart, form: PartForm): AnsweredPart {
  const out: AnsweredPart = { part: form.part, mark: form.mark, missing: null, minus: null, reason: null, counts: countsOf(part, form) }
  if (form.reason.trim()) out.reason = form.reason.trim()
  if (!faulty(form)) return out
  if (named(part)) out.missing = [...form.missing, ...form.further.split(/[；;]/).map((one) => one.trim()).filter(Boolean)]
  if (asksMinus(part, form) && form.minus.trim()) out.minus = Math.round(Number(form.minus) * 10)
  return out
}

export function bodyOf(item: ChecklistItem, column: string, form: ItemForm, client: string, seen: number, settles: boolean): AnswerBody {
  const parts = item.parts.map((part, i) => partBody(part, form.parts[i]!))
  return { client, seen, item: item.id, column, parts, serious: form.serious, serious_reason: form.serious ? form.seriousReason.trim() : '', note: form.note.trim(), settles, device_at: new Date().toISOString() }
}

/** The answer that stands for an item and column; those that differ stand beside each other. */
export function standing(answers: AnswerView[], item: string, column: string): AnswerView[] {
  return answers.filter((one) => one.item === item && one.column === column)
}
export const wholly = (parts: { mark: string }[], item: ChecklistItem): boolean => item.parts.length === parts.filter((one) => one.mark !== 'open').length
