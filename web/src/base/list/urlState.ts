// SPDX-License-Identifier: Apache-2.0
// The state of a list as values of the address, so that a link, a bookmark and the back button all show the same table.

export interface ListState {
  filters: Record<string, string>
  page: number
  size: number
  sort: string
  /** Keys of the columns in their order, between commas; empty: the list's own. */
  columns: string
}

export type Values = Record<string, string | null | (string | null)[] | undefined>

export const pageSizes = [20, 50, 100, 200]
export const defaultSize = 50
export const longestText = 200

const first = (value: Values[string]): string => (Array.isArray(value) ? value[0] : value) ?? ''

function whole(value: Values[string], otherwise: number): number {
  const number = Number(first(value))
  return Number.isInteger(number) && number > 0 ? number : otherwise
}

/** Unknown names are left alone, wrong values fall back: an address typed by hand never breaks a page. */
export function stateFrom(values: Values, names: string[], size = defaultSize): ListState {
  const filters: Record<string, string> = {}
  for (const name of names) {
    const value = first(values[name]).slice(0, longestText)
    if (value) filters[name] = value
  }
  const asked = whole(values.size, size)
  return { filters, page: whole(values.page, 1), size: pageSizes.includes(asked) ? asked : size, sort: first(values.sort), columns: first(values.columns) }
}

/** Only what differs from the plain list stands in the address; `kept` are values that belong to others. */
export function valuesFrom(state: ListState, names: string[], kept: Values = {}, size = defaultSize): Record<string, string> {
  const own = new Set([...names, 'page', 'size', 'sort', 'columns'])
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(kept)) if (!own.has(name) && first(value)) values[name] = first(value)
  for (const name of names) if (state.filters[name]) values[name] = state.filters[name]
  if (state.page > 1) values.page = String(state.page)
  if (state.size !== size) values.size = String(state.size)
  if (state.sort) values.sort = state.sort
  if (state.columns) values.columns = state.columns
  return values
}

/** none → ascending → descending → none. */
export function nextSort(sort: string, key: string): string {
  if (sort === key) return `-${key}`
  return sort === `-${key}` ? '' : key
}

export const sameFilters = (a: Record<string, string>, b: Record<string, string>): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => (a[name] ?? '') === (b[name] ?? ''))
}

/** Page numbers to offer: the ends, the neighbours of the present one, 0 for a gap. */
export function pageNumbers(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages)
  const sorted = [...new Set(wanted)].sort((a, b) => a - b)
  return sorted.flatMap((one, i) => (i > 0 && one - sorted[i - 1]! > 1 ? [0, one] : [one]))
}
