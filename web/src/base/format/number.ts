// SPDX-License-Identifier: Apache-2.0
import type { Language } from './date'

const grouped = new Intl.NumberFormat('en-US')

export const formatCount = (value: number | null | undefined): string => (value === null || value === undefined ? '—' : grouped.format(value))

/** Whole metres, as distances are kept; below a kilometre in metres, above with one decimal. */
export function formatDistance(metres: number, language: Language): string {
  if (metres < 1000) return language === 'zh' ? `${metres} 米` : `${metres} m`
  const kilometres = (metres / 1000).toFixed(1)
  return language === 'zh' ? `${kilometres} 公里` : `${kilometres} km`
}

export function formatShare(part: number, whole: number): string {
  return whole > 0 ? `${Math.round((100 * part) / whole)}%` : '—'
}

/** A digest in groups of eight, so that two can be compared by eye. */
export const groupedDigest = (hex: string): string => hex.replace(/(.{8})(?=.)/g, '$1 ')

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
