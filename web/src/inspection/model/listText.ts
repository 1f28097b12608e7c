// SPDX-License-Identifier: Apache-2.0
// A checklist as the server writes and reads it; figures are text, so that half a point stays half a point.
export interface PartText {
  no: string
  zh: string
  en: string
  rule: string
  points?: string
  minus?: string
  from?: string
  to?: string
  printed?: boolean
  things?: { zh: string; en: string }[]
  open?: boolean
}
export interface ItemText {
  id: string
  number: string
  zh: string
  en: string
  points?: string
  text: string
  evidence: string
  parts: PartText[]
}
export interface SectionText {
  number: string
  zh: string
  en: string
  points?: string
  items: ItemText[]
}
export interface ListText {
  from: string
  source: string
  pass?: { mark: string }
  sections: SectionText[]
}
