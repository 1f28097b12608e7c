// SPDX-License-Identifier: Apache-2.0
// A demo city's month verified in Chromium from the saved page without network, beside the native program in the same run.
//   node benchmarks/verifier/run.mjs ANKAO ankao-verify.html [LOAD]
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const { chromium } = createRequire(fileURLToPath(new URL('../../web/package.json', import.meta.url)))('playwright-core')
const [ankao, html, load = '3'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'ankao-verifier-'))
const database = `sqlite:${join(folder, 'ankao.db')}`
const record = join(folder, 'bundle.json')

async function fetchRecord() {
  execFileSync(ankao, ['demo', 'city', '--database', database, '--load', load], { stdio: ['ignore', 'ignore', 'inherit'] })
  const server = spawn(ankao, ['serve', '--database', database, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const address = await new Promise((found) => server.stdout.on('data', (bytes) => found(/http:\/\/\S+/.exec(String(bytes))[0])))
  const month = (await (await fetch(`${address}/api/plans`)).json()).items[0].month
  const bytes = Buffer.from(await (await fetch(`${address}/api/plans/${month}/files/bundle.json`)).arrayBuffer())
  writeFileSync(record, bytes)
  server.kill('SIGTERM')
  return bytes.length
}

try {
  const bytes = await fetchRecord()
  console.log(`load ${load}, ${bytes} bytes; load of the machine ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
  const from = performance.now()
  execFileSync(ankao, ['verify', record], { stdio: 'ignore' })
  console.log(`native ankao verify      ${((performance.now() - from) / 1000).toFixed(1)} s`)
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
  const page = await (await browser.newContext({ locale: 'en-GB', offline: true })).newPage()
  await page.goto(pathToFileURL(resolve(html)).href)
  await page.getByText('Engine ankao').waitFor()
  const began = performance.now()
  await page.setInputFiles('#record', record)
  await page.getByRole('heading', { name: /^✓? ?Verified$|Not verified/ }).waitFor({ timeout: 300_000 })
  await page.locator('#step-redraw[data-state=good], #step-redraw[data-state=bad]').waitFor({ timeout: 300_000 })
  console.log(`saved page in Chromium   ${((performance.now() - began) / 1000).toFixed(1)} s: ${(await page.locator('.steps h2').allInnerTexts()).map((text) => text.replaceAll('\n', ' ')).join(' | ')}`)
  await browser.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
