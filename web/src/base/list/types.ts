// SPDX-License-Identifier: Apache-2.0

export type ColumnKind = 'text' | 'number' | 'day' | 'moment' | 'code' | 'yes_no'

export interface Column {
  key: string
  title: string
  numeric?: boolean
  sort?: string
  width?: number
  hidden?: boolean
  /** How the cell reads; text for a column that the page adds. */
  kind?: ColumnKind
  codes?: Map<string, string>
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
