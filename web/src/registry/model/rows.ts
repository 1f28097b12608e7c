// SPDX-License-Identifier: Apache-2.0
// Printed rows are named by table and number: "a20".

/** ["a20", "a21", "a22", "a27"] → [["a20", "a22"], ["a27", "a27"]]. */
export function rowRanges(rows: string[]): [string, string][] {
  const parsed = rows.map((row) => ({ table: row.slice(0, 1), number: Number(row.slice(1)) })).sort((a, b) => a.table.localeCompare(b.table) || a.number - b.number)
  const ranges: { table: string; from: number; to: number }[] = []
  for (const row of parsed) {
    const last = ranges.at(-1)
    if (last && last.table === row.table && last.to + 1 === row.number) last.to = row.number
    else ranges.push({ table: row.table, from: row.number, to: row.number })
  }
  return ranges.map((range) => [`${range.table}${range.from}`, `${range.table}${range.to}`])
}
