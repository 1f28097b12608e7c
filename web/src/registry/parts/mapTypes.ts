// SPDX-License-Identifier: Apache-2.0
export interface MapDot {
  id: string
  label: string
  note?: string
  longitude_e6: number
  latitude_e6: number
  size: number
  kind: 'site' | 'institution'
  /** The district's centre stands in: drawn hollow. */
  approximate: boolean
}
export interface MapStroke {
  from: string
  to: string
  weight?: number
}
