// SPDX-License-Identifier: Apache-2.0
// A drawn signature as the server reads it: "12,30 14,33|200,90 201,95", 0 to 1000 across and 0 to 400 down.
export type Dot = [number, number]
export const width = 1000
export const height = 400
const mostLines = 200
const mostDots = 4000

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)))

export function inkOf(lines: Dot[][]): string {
  let left = mostDots
  const out: string[] = []
  for (const line of lines.slice(0, mostLines)) {
    const dots = line.slice(0, left)
    left -= dots.length
    if (dots.length) out.push(dots.map(([x, y]) => `${clamp(x, width)},${clamp(y, height)}`).join(' '))
  }
  return out.join('|')
}

/** Long enough to be a name. */
export function drawn(lines: Dot[][]): boolean {
  let length = 0
  for (const line of lines) for (let i = 1; i < line.length; i++) length += Math.abs(line[i]![0] - line[i - 1]![0]) + Math.abs(line[i]![1] - line[i - 1]![1])
  return length >= 80
}
