// SPDX-License-Identifier: Apache-2.0
import type { InstitutionDetail, InstitutionRecordInput } from '@/api/schema'

export interface RecordForm {
  name: string
  aliases: string[]
  district: string
  addresses: { text: string; district: string }[]
  contacts: string
  telephones: string
  projects: string[]
  scopes: string[]
  credit_code: string
}

export const emptyRecord = (): RecordForm => ({ name: '', aliases: [], district: '', addresses: [{ text: '', district: '' }], contacts: '', telephones: '', projects: [], scopes: [], credit_code: '' })

/** Several in one field, as people write them: by 、 , ; or blanks. */
export const split = (text: string): string[] => [...new Set(text.split(/[、，,；;\s]+/).map((part) => part.trim()).filter(Boolean))]

export function recordFrom(detail: InstitutionDetail): RecordForm {
  return {
    name: detail.name, aliases: detail.aliases, district: detail.district, addresses: detail.addresses.map(({ text, district }) => ({ text, district })), contacts: detail.contacts.join('、'),
    telephones: detail.telephones.join('、'), projects: [...detail.projects], scopes: [...detail.scopes], credit_code: detail.credit_code,
  }
}

export function recordOf(form: RecordForm): InstitutionRecordInput {
  return {
    name: form.name.trim(), aliases: form.aliases, district: form.district, addresses: form.addresses.map((one) => ({ text: one.text.trim(), district: one.district })).filter((one) => one.text),
    contacts: split(form.contacts), telephones: split(form.telephones), projects: form.projects, scopes: form.scopes, credit_code: form.credit_code.trim().toUpperCase(),
  }
}
