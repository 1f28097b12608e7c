// SPDX-License-Identifier: Apache-2.0
// Takes a picture of every page: node tools/screens.mjs ADDRESS FOLDER [--accounts FILE] [--only a,b] [--sizes desk,phone] [--languages zh,en] [--axe] [--full]
// The pages are those of pages.mjs; FILE is what `ankao demo city` printed (one line an account: name, password, secret).
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import AxeBuilder from '@axe-core/playwright'
import { chromium } from 'playwright-core'

import { accountsOf, enterWith, setClock } from './codes.mjs'
import { pages } from './pages.mjs'

const [address, folder, ...flags] = process.argv.slice(2)
if (!address || !folder) {
  console.error('usage: node tools/screens.mjs ADDRESS FOLDER [--accounts FILE] [--only a,b] [--sizes desk,phone] [--languages zh,en] [--axe] [--full]')
  process.exit(2)
}
const value = (name, otherwise) => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : otherwise)
const only = value('--only', '')
const languages = value('--languages', 'zh,en').split(',')
const sizes = value('--sizes', 'desk,phone').split(',')
const viewports = { desk: { width: 1366, height: 768 }, phone: { width: 360, height: 740 } }
const printed = value('--accounts', '') ? readFileSync(value('--accounts', ''), 'utf8') : ''
const accounts = accountsOf(printed)

// A server may live in another time; its codes do too.
const said = (await fetch(address)).headers.get('date')
if (said) setClock(address, Date.parse(said) - Date.now())

async function json(path) {
  const answer = await fetch(address + path)
  return answer.ok ? answer.json() : {}
}

/** Pages that need an id take one from the running server. */
async function listed() {
  const published = (await json('/api/plans')).items?.[0]?.month ?? '2024-03'
  const [year, month] = published.split('-').map(Number)
  const collecting = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  const institution = (await json('/api/registry/institutions?size=1')).items?.[0]?.id ?? 'GZ-A01'
  const site = (await json('/api/registry/sites?size=1')).items?.[0]?.id ?? 'GZ-A01-S1'
  const batch = (await json(`/api/plans/${published}/batches?size=1`)).items?.[0]?.id ?? 'B0001'
  return pages({ published, collecting, institution, site, batch }).map(([name, path, account]) => ({ name, path, account })).filter((page) => !only || only.split(',').includes(page.name))
}

async function findings(page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.filter((one) => ['serious', 'critical'].includes(one.impact)).map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`)
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] })
mkdirSync(folder, { recursive: true })
let faults = 0
for (const size of sizes) for (const language of languages) {
  const contexts = new Map()
  for (const one of await listed()) {
    if (one.account && !accounts[one.account]) continue
    if (!contexts.has(one.account)) {
      const context = await browser.newContext({ viewport: viewports[size], locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai' })
      if (one.account) await enterWith(context, address, accounts[one.account])
      contexts.set(one.account, context)
    }
    const page = await contexts.get(one.account).newPage()
    const said = []
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()))
    page.on('pageerror', (error) => said.push(String(error)))
    await page.goto(`${address}${one.path}${one.path.includes('?') ? '&' : '?'}lang=${language}`)
    await page.waitForLoadState('networkidle', { timeout: 8000 }).catch(() => {})
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wide > 1) said.push(`page is ${wide} px wider than the screen`)
    if (flags.includes('--axe') && size === 'desk') said.push(...(await findings(page)))
    const full = flags.includes('--full')
    await page.screenshot({ path: join(folder, `${one.name}-${size}-${language}.png`), fullPage: full })
    if (said.length) console.log(`${one.name} ${size} ${language}\n  ${said.join('\n  ')}`)
    faults += said.length
    await page.close()
  }
}
await browser.close()
console.log(`screens: ${faults} findings`)
process.exit(faults ? 1 : 0)
