// SPDX-License-Identifier: Apache-2.0
// The verifier speaks for itself: its words are complete in both languages, and the texts of its findings are read from the catalogue.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import en from '@/verifier/words.en'
import zh from '@/verifier/words.zh'

import { texts } from '../../tools/catalogue.mjs'

type Tree = { [key: string]: string | Tree }
const flat = (tree: Tree, before = ''): [string, string][] => Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`)))
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('the words of the verifier', () => {
  it('have the same keys and places in both languages', () => {
    const english = new Map(flat(en as unknown as Tree))
    const chinese = flat(zh as unknown as Tree)
    expect([...english.keys()].sort()).toEqual(chinese.map(([key]) => key).sort())
    for (const [key, text] of chinese) expect([key, places(english.get(key)!)]).toEqual([key, places(text)])
    expect(flat(en as unknown as Tree).filter(([key, text]) => key !== 'language' && /[\u4e00-\u9fff！：]/.test(text))).toEqual([])
    expect([...chinese, ...english].filter(([, text]) => /[!！]|请您/.test(text))).toEqual([])
  })
  it('have a text for every finding, in both languages', () => {
    const catalogue = texts(join(import.meta.dirname, '../../../data/problems'), ['draw.yaml', 'draw_bundle.yaml'])
    const findings = Object.entries(catalogue).filter(([id]) => /^draw\.(bundle|file|breach)\./.test(id))
    expect(findings.length).toBeGreaterThan(70)
    for (const [id, entry] of findings) expect([id, Boolean(entry.zh && entry.en)]).toEqual([id, true])
    for (let rule = 0; rule <= 10; rule++) expect(catalogue[`draw.breach.R${rule}`]?.zh).toBeTruthy()
  })
})
