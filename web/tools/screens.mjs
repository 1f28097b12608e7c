// SPDX-License-Identifier: Apache-2.0
// Takes a picture of every page: node tools/screens.mjs ADDRESS FOLDER [--only TEXT] [--sizes desk,phone] [--languages zh,en] [--axe]
// Accounts for the pages behind the sign-in come from the environment: ANKAO_ACCOUNTS='role=account:password,…'.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import AxeBuilder from '@axe-core/playwright'
import { chromium } from 'playwright-core'

const [address, folder, ...flags] = process.argv.slice(2)
if (!address || !folder) {
  console.error('usage: node tools/screens.mjs ADDRESS FOLDER [--only TEXT] [--sizes desk,phone] [--languages zh,en] [--axe]')
  process.exit(2)
}
const value = (name, otherwise) => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : otherwise)
const only = value('--only', '')
const languages = value('--languages', 'zh,en').split(',')
const sizes = value('--sizes', 'desk,phone').split(',')
const viewports = { desk: { width: 1366, height: 768 }, phone: { width: 360, height: 740 } }
const accounts = Object.fromEntries((process.env.ANKAO_ACCOUNTS ?? '').split(',').filter(Boolean).map((one) => [one.split('=')[0], one.split('=')[1].split(':')]))

async function json(path) {
  const answer = await fetch(address + path)
  return answer.ok ? answer.json() : {}
}

/** Pages that need an id take one from the running server. */
async function pages() {
  const month = (await json('/api/plans')).items?.[0]?.month ?? '2024-03'
  const institution = (await json('/api/registry/institutions?size=1')).items?.[0]?.id ?? 'GZ-A01'
  const site = (await json('/api/registry/sites?size=1')).items?.[0]?.id ?? 'GZ-A01-S1'
  const batches = (await json(`/api/plans/${month}/batches?size=40`)).items ?? []
  const batch = batches.find((one) => one.state === 'placed')?.id ?? 'B0001'
  const unplaced = (await json(`/api/plans/${month}/batches?state=unplaced&size=1`)).items?.[0]?.id
  const busy = batches[0]?.institution ?? institution
  const office = [['work', '/work'], ['office-institutions', '/work/registry/institutions'], ['office-institution', `/work/registry/institutions/${institution}`], ['office-sites', '/work/registry/sites'], ['office-site', `/work/registry/sites/${site}`], ['site-new', '/work/registry/sites/new'], ['import', '/work/registry/import'], ['import-rooms', '/work/registry/import?what=rooms'], ['reports', '/work/reports'], ['suspensions', '/work/suspensions'], ['holidays', '/work/holidays'], ['holiday-year', '/work/holidays/2026'], ['holiday-missing', '/work/holidays/2027'], ['holiday-new', '/work/holidays/new'], ['holiday-edit', '/work/holidays/2026/edit'], ['me', '/work/me']]
  const deskMonth = process.env.ANKAO_DESK_MONTH ?? month
  const desk = [['bookings', '/work/bookings'], ['booking-new', '/work/bookings/new'], ['booking-import', '/work/bookings/import'], ['desk', '/work/desk'], ['desk-month', `/work/desk/${deskMonth}`]]
  const open = [['portal', '/'], ['institutions', '/institutions'], ['institutions-none', '/institutions?q=没有这个机构'], ['institution', `/institutions/${institution}`], ['sites', '/sites'], ['site', `/sites/${site}`], ['map', '/map'], ['map-district', '/map?district=440106'], ['plans', '/plans'], ['plan', `/plans/${month}`], ['calendar', `/plans/${month}/calendar`], ['calendar-sites', `/plans/${month}/calendar?view=sites`], ['sessions', `/plans/${month}/sessions`], ['batches', `/plans/${month}/batches`], ['batch', `/plans/${month}/batches/${batch}`], ...(unplaced ? [['batch-unplaced', `/plans/${month}/batches/${unplaced}`]] : []), ['plan-institution', `/plans/${month}/institutions/${busy}`], ['sign-in', '/sign-in'], ['missing', '/nothing-here']]
  return [
    ...open.map(([name, path]) => ({ name, path, role: '' })),
    ...desk.map(([name, path]) => ({ name, path, role: 'exam_organisation' })),
    ...office.map(([name, path]) => ({ name, path, role: 'city_bureau' })),
    { name: 'desk-month-bureau', path: `/work/desk/${deskMonth}`, role: 'city_bureau' },
    { name: 'own', path: '/work/own', role: 'institution' }, { name: 'report-new', path: '/work/own/report', role: 'institution' }, { name: 'own-bookings', path: '/work/bookings', role: 'institution' },
    { name: 'accounts', path: '/work/accounts', role: 'administrator' },
  ].filter((page) => !only || only.split(',').includes(page.name))
}

async function signIn(context, role) {
  const [account, password] = accounts[role]
  const answer = await context.request.post(`${address}/api/session`, { data: { account, password } })
  if (!answer.ok()) throw new Error(`screens: ${role} could not sign in: ${await answer.text()}`)
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
  for (const one of await pages()) {
    if (one.role && !accounts[one.role]) continue
    if (!contexts.has(one.role)) {
      const context = await browser.newContext({ viewport: viewports[size], locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai' })
      if (one.role) await signIn(context, one.role)
      contexts.set(one.role, context)
    }
    const page = await contexts.get(one.role).newPage()
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
