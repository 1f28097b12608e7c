// SPDX-License-Identifier: Apache-2.0

export interface Column {
  key: string
  title: string
  numeric?: boolean
  sort?: string
  width?: number
  hidden?: boolean
}

export interface Option {
  value: string
  label: string
}

export interface Filter {
  name: string
  label: string
  kind: 'text' | 'select' | 'date' | 'month'
  options?: Option[]
  placeholder?: string
  /** Stands in the folded part of the form. */
  folded?: boolean
}

export interface Page<Row> {
  total: number
  page: number
  size: number
  items: Row[]
}

export interface SavedFilter {
  name: string
  filters: Record<string, string>
}
