// SPDX-License-Identifier: Apache-2.0

function words(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(words).filter(Boolean).join('、')
  if (typeof value === 'object') return 'text' in value ? words((value as { text: unknown }).text) : Object.entries(value).map(([name, one]) => `${name} ${words(one)}`).join('，')
  return String(value)
}

/** A changed value comes as JSON text; people read it without brackets and quotes. */
export function fieldText(json: string): string {
  if (!json) return ''
  try {
    return words(JSON.parse(json))
  } catch {
    return json
  }
}
