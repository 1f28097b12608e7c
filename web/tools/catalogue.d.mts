// SPDX-License-Identifier: Apache-2.0
export function texts(folder: string, names: string[]): Record<string, { zh: string; en: string; remedy_zh?: string; remedy_en?: string }>
