// SPDX-License-Identifier: Apache-2.0
// Every text a screen asks for exists in both languages, with the same places to fill.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { words as en } from '@/base/i18n/en'
import { words as zh } from '@/base/i18n/zh'

type Tree = { [key: string]: string | Tree }
const flat = (tree: Tree, before = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`)))
const chinese = new Map(flat(zh as unknown as Tree))
const english = new Map(flat(en as unknown as Tree))
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

function sources(): string {
  const folder = join(import.meta.dirname, '../../src')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(vue|ts)$/.test(file) && !/words\./.test(file)).map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
}

describe('words', () => {
  it('have the same keys and places in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    // English tells one from many, 'one file | {count} files': the many fill every place, the one no other.
    for (const [key, text] of chinese) {
      const forms = english.get(key)!.split(' | ')
      expect([key, places(forms.at(-1)!)]).toEqual([key, places(text)])
      for (const form of forms) expect([key, places(form).filter((place) => !places(text).includes(place))]).toEqual([key, []])
    }
  })
  it('exist for every key a screen names', () => {
    const asked = [...sources().matchAll(/\bt\(\s*'([\w.]+)'/g)].map((match) => match[1]!)
    expect(asked.length).toBeGreaterThan(200)
    expect([...new Set(asked)].filter((key) => !chinese.has(key))).toEqual([])
  })
  it('exist below every key that a screen completes by itself', () => {
    const starts = [...sources().matchAll(/\bt\(`([\w.]+)\.\$\{/g)].map((match) => match[1]!)
    expect([...new Set(starts)].filter((start) => ![...chinese.keys()].some((key) => key.startsWith(`${start}.`)))).toEqual([])
  })
  it('are calm: no exclamation marks, no 请您', () => {
    expect([...chinese, ...english].filter(([, text]) => /[!！]|请您/.test(text))).toEqual([])
  })
})
