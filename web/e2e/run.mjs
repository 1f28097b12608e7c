// SPDX-License-Identifier: Apache-2.0
// Stories in Chromium: opens worlds (the demo city in a fresh database, the program on a free port), walks through the stories with
// fixed personas and prints "e2e: N passed, N failed". Every world takes the next story that waits, so no story may need another.
//   node e2e/run.mjs --ankao ../build/test/bin/ankao [--out DIR] [--only NAME] [--title WORDS] [--worlds 2] [--folder long]
import { execFile, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'

import { accountsOf, setClock } from '../tools/codes.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : process.argv[at + 1]
}
const ankao = resolve(option('ankao', join(here, '../../build/test/bin/ankao')))
const out = resolve(option('out', join(here, '../../build/e2e')))
const only = option('only', '')
const titled = option('title', '')
const folder = option('folder', 'stories')
const worlds = Number(option('worlds', '2'))
// The long ones go first, so that no world waits for the other at the end.
const longest = ['walk.mjs', 'walk_phone.mjs', 'ceremony.mjs']
// The program lives in April 2026: then both months have holiday data, whatever the day of the test is.
const today = '2026-04-10 09:00:00'
const environment = { ...process.env, TZ: 'Asia/Shanghai', LD_PRELOAD: process.env.FAKETIME_LIBRARY ?? '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1', FAKETIME: `@${today}`, FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1' }
const published = '2026-05'
const collecting = '2026-06'

async function startServer(database, number) {
  const server = spawn(ankao, ['serve', '--database', database, '--port', '0', '--assets', join(here, '../dist')], { stdio: ['ignore', 'pipe', openSync(join(out, `server-${number}.log`), 'a')], env: environment })
  const address = await new Promise((found, failed) => {
    server.stdout.on('data', (bytes) => {
      const match = String(bytes).match(/http:\/\/\S+/)
      if (match) found(match[0])
    })
    server.on('exit', (code) => failed(new Error(`the server ended with code ${code}`)))
  })
  return { server, address }
}

/** The browser lives in the same month as the program; its clock goes on, since frameworks order events by it. */
function shiftClock(offset) {
  const Real = Date
  const now = () => Real.now() + offset
  globalThis.Date = new Proxy(Real, {
    construct: (target, given, asked) => (given.length ? Reflect.construct(target, given, asked) : new Real(now())),
    apply: () => new Real(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
}

async function runStory(name, browser, world) {
  const story = await import(pathToFileURL(join(here, folder, name)).href)
  const results = []
  // A story without network expects calls that fail.
  const quiet = story.worker ? /status of 4\d\d|ERR_INTERNET_DISCONNECTED/ : /status of 4\d\d/
  for (const [title, steps] of Object.entries(story.default).filter(([title]) => title.includes(titled))) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true, serviceWorkers: story.worker ? 'allow' : 'block' })
    await context.addInitScript(shiftClock, Date.parse(`${today.replace(' ', 'T')}+08:00`) - Date.now())
    const page = await context.newPage()
    const began = Date.now()
    const faults = []
    page.on('pageerror', (error) => faults.push(`page error: ${error.message}`))
    page.on('console', (message) => message.type() === 'error' && !quiet.test(message.text()) && faults.push(`console: ${message.text()}`))
    page.setDefaultTimeout(15_000)
    try {
      await steps({ page, context, browser, ...world })
      if (faults.length) throw new Error(faults.join('\n'))
      results.push({ title, ok: true })
      console.log(`✓ ${name} · ${title} (${Math.round((Date.now() - began) / 1000)} s)`)
    } catch (error) {
      results.push({ title, ok: false })
      await page.screenshot({ path: join(out, `${name}-${results.length}.png`) }).catch(() => {})
      console.log(`✗ ${name} · ${title}\n  ${String(error.stack ?? error).replaceAll('\n', '\n  ')}\n  ${page.url()}`)
    }
    await context.close()
  }
  return results
}

/** One city with its server and browser; takes stories from the queue until none is left. */
async function live(number, queue) {
  const place = mkdtempSync(join(tmpdir(), 'ankao-e2e-'))
  const database = `sqlite:${join(place, 'ankao.db')}`
  const { stdout } = await promisify(execFile)(ankao, ['demo', 'city', '--database', database, '--month', published], { maxBuffer: 1 << 24, env: environment })
  await promisify(execFile)(ankao, ['demo', 'campaign', '--database', database], { env: environment })
  const started = Date.now()
  const { server, address } = await startServer(database, number)
  setClock(address, Date.parse(`${today.replace(' ', 'T')}+08:00`) - started)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
  })
  const world = { address, ankao, database, environment, assets: join(here, '../dist'), people: accountsOf(stdout), published, collecting, out }
  const results = []
  while (queue.length) results.push(...(await runStory(queue.shift(), browser, world)))
  await browser.close()
  server.kill('SIGTERM')
  const code = await new Promise((ended) => server.on('exit', ended))
  if (code !== 0) {
    results.push({ title: 'graceful stop', ok: false })
    console.log(`✗ the server stopped with code ${code}`)
  }
  rmSync(place, { recursive: true, force: true })
  return results
}

async function main() {
  mkdirSync(out, { recursive: true })
  const rank = (name) => (longest.includes(name) ? longest.indexOf(name) : longest.length)
  const queue = readdirSync(join(here, folder))
    .filter((name) => name.endsWith('.mjs') && name.includes(only))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
  if (!queue.length) {
    console.error(`no story in ${folder} is named ${only}`)
    process.exit(2)
  }
  const results = (await Promise.all(Array.from({ length: Math.min(worlds, queue.length) }, (_, number) => live(number, queue)))).flat()
  const passed = results.filter((result) => result.ok).length
  console.log(`e2e: ${passed} passed, ${results.length - passed} failed`)
  process.exit(passed === results.length && passed > 0 ? 0 : 1)
}

await main()
