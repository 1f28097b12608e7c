// SPDX-License-Identifier: Apache-2.0
// The draw's core as WebAssembly against the same core as native code: every answer about many records, byte for byte; bits turned in
// a record are found alike; the module asks the system for nothing that could make a difference; the page's texts are the program's.
//   node tests/draw_browser/same.mjs TRACE MODULE.wasm [--ankao PROGRAM] [--flips N (0: every byte)] [RECORD.json ...]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { openCore } from '../../web/src/verifier/core.ts'
import { looks } from '../../web/src/verifier/protocol.ts'
import { texts } from '../../web/tools/catalogue.mjs'

const [trace, module, ...rest] = process.argv.slice(2)
const flag = (name, otherwise) => (rest.includes(name) ? rest.splice(rest.indexOf(name), 2)[1] : otherwise)
const ankao = flag('--ankao', '')
const flips = flag('--flips', '300')
const given = rest
const allowed = new Set(['page.told', ...['fd_close', 'fd_seek', 'fd_write'].map((name) => `wasi_snapshot_preview1.${name}`)])
let failed = 0
const must = (holds, what) => {
  if (holds) return
  failed++
  console.log(`✗ ${what}`)
}

const wasm = readFileSync(module)
const native = (...words) => execFileSync(trace, words, { maxBuffer: 1 << 28, encoding: 'utf8' })
const lines = []
const core = await openCore(wasm, (told) => lines.push(`told ${told}`))
const parsed = (name, text) => JSON.parse(core.ask(name, text))

/** What trace.cpp prints, asked of the module. */
function traced(bytes) {
  lines.length = 0
  lines.push(`about ${core.ask('about')}`, `open ${core.ask('open', bytes)}`)
  for (const look of looks) {
    const answer = core.ask('look', look) // tells of its progress first
    lines.push(`${look} ${answer}`)
  }
  const people = core.ask('people')
  lines.push(`people ${people}`)
  for (const one of JSON.parse(people)?.institutions ?? []) lines.push(`institution ${core.ask('institution', one.id)}`)
  return `${lines.join('\n')}\n`
}

/** Where in a record, or in its text, the first finding is. */
function found(bytes) {
  const opened = parsed('open', bytes)
  const told = (finding) => `${finding.id} ${finding.at}`
  if (!opened.ok) return { told: told(opened.finding), named: opened.finding.at !== '' || ['line', 'offset', 'encoding'].some((name) => name in opened.finding.details) }
  for (const look of looks) {
    const { findings } = parsed('look', look)
    if (findings.length) return { told: told(findings[0]), named: findings[0].at !== '' }
  }
  return { told: '', named: false }
}

function compareTurnedBits(file) {
  const good = readFileSync(file)
  let count = 0
  let text = ''
  try {
    text = native('flips', file, flips)
  } catch (error) {
    must(false, `natively a turned bit was not found (${error.status})`)
    text = String(error.stdout)
  }
  for (const line of text.split('\n').filter(Boolean)) {
    const [, at, bit, ...what] = line.split(' ')
    const bad = Uint8Array.from(good)
    bad[at] ^= 1 << bit
    const mine = found(bad)
    count++
    must(mine.told === what.join(' '), `bit ${bit} of byte ${at}: native says "${what.join(' ')}", WebAssembly "${mine.told}"`)
    must(mine.named, `bit ${bit} of byte ${at} is not named: "${mine.told}"`)
  }
  if (!failed) console.log(`${count} turned bits of ${good.length} bytes: each found and named, natively and in WebAssembly`)
}

/** The page's catalogue is read by a reader of its own: what it says is what the program says. */
function compareTexts(file) {
  const catalogue = texts('data/problems', ['draw.yaml', 'draw_bundle.yaml', 'draw_fault.yaml'])
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole))
  for (const language of ['zh', 'en']) {
    let report
    try {
      execFileSync(ankao, ['verify', file, '--json', '--lang', language], { stdio: ['ignore', 'pipe', 'ignore'] })
    } catch (error) {
      report = JSON.parse(error.stdout)
    }
    must(report?.findings.length > 0, 'the bent record has findings')
    for (const one of report?.findings ?? []) must(fill(catalogue[one.id][`remedy_${language}`] ?? '', one.details) === one.remedy, `the page's remedy of ${one.id} is another than the program's: ${one.remedy}`)
    must(report?.findings.some((one) => one.id.startsWith('draw.fault.')), 'the checker names its fault')
    for (const one of report?.findings ?? []) must(fill(catalogue[one.id][language], one.details) === one.text, `the page says of ${one.id}: ${fill(catalogue[one.id][language], one.details)}; the program: ${one.text}`)
  }
}

const asked = WebAssembly.Module.imports(await WebAssembly.compile(wasm)).map((one) => `${one.module}.${one.name}`)
must(asked.every((name) => allowed.has(name)), `the module asks for ${asked.filter((name) => !allowed.has(name))}`)

const folder = mkdtempSync(join(tmpdir(), 'ankao-same-'))
try {
  native('make', folder)
  const made = readdirSync(folder).sort().map((name) => join(folder, name))
  for (const file of [...made, ...given]) {
    const expected = native('trace', file)
    const mine = traced(readFileSync(file))
    const a = expected.split('\n')
    const b = mine.split('\n')
    const at = a.findIndex((line, index) => line !== b[index])
    must(expected === mine, `${basename(file)}: line ${at + 1}: native ${a[at]?.slice(0, 200)} | WebAssembly ${b[at]?.slice(0, 200)}`)
    console.log(`${basename(file)}: ${a.length - 1} answers, ${expected.length} characters`)
  }
  compareTurnedBits(join(folder, 'little.json'))
  if (ankao) compareTexts(join(folder, 'unlawful.json'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(failed ? `${failed} differences` : 'native and WebAssembly agree')
process.exit(failed ? 1 : 0)
