// SPDX-License-Identifier: Apache-2.0
// The texts of a catalogue file (data/problems/*.yaml) for a page that has no server to ask. Reads exactly the shape those files have
// and refuses anything else; tests/verifier.mjs compares the outcome with what the program itself says.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const wanted = ['zh', 'en', 'remedy_zh', 'remedy_en']

function value(text, where) {
  if (text.startsWith('"')) return JSON.parse(text)
  if (/^['|>&*[{]/.test(text) || / #/.test(text)) throw new Error(`${where}: a way of writing that is not read here`)
  return text
}

export function texts(folder, names) {
  const out = {}
  for (const name of names) {
    let entry
    readFileSync(join(folder, name), 'utf8').split('\n').forEach((line, index) => {
      const where = `${name}:${index + 1}`
      if (!line.trim() || line.startsWith('#')) return
      const head = /^([\w.]+):$/.exec(line)
      const member = /^ {2}(\w+): (.+)$/.exec(line)
      if (head) entry = out[head[1]] = {}
      else if (member && entry) wanted.includes(member[1]) && (entry[member[1]] = value(member[2], where))
      else throw new Error(`${where}: not understood: ${line}`)
    })
  }
  return out
}
