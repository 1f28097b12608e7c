// SPDX-License-Identifier: Apache-2.0

/** "R1", "R2" … the first that no room of the site ends with. */
export function nextRoomName(ids: string[]): string {
  for (let number = 1; ; number++) if (!ids.some((id) => id === `R${number}` || id.endsWith(`-R${number}`))) return `R${number}`
}

/** What was left empty or is no whole number above zero is no seat. */
export function seatsOf(fields: Record<string, string | number>): Record<string, number> {
  return Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, Number(value)] as const).filter(([, value]) => Number.isInteger(value) && value > 0))
}
