// SPDX-License-Identifier: Apache-2.0
/** What a field of date and time holds, as the server wants it: the platform's days are Chinese days. Empty stays away. */
export function momentOf(text: string): string | undefined {
  if (!text) return undefined
  return `${text.length === 16 ? `${text}:00` : text}+08:00`
}
