// SPDX-License-Identifier: Apache-2.0
// Every page of the app, in Chinese at desk width: axe finds nothing serious, nothing is wider than the screen,
// no word is missing. One context; pages are reached through the router, so that the whole walk takes seconds.
import { readFileSync } from 'node:fs'

import { AxeBuilder } from '@axe-core/playwright'

import { pages } from '../../tools/pages.mjs'
import { enter, must, signOut } from '../steps.mjs'

const rawKey = /\b(?:planning|registry|identity|home|deadlines|jobs|outbox|base|nav|list|state|action|field|time|why|upload|chart|map|platform)(?:\.[a-z][A-Za-z0-9]*)+\b/
const named = () => new Set([...readFileSync(new URL('../../src/routes.ts', import.meta.url), 'utf8').matchAll(/path: '[^']*', name: '([\w-]+)'/g)].map((match) => match[1]))

async function calm(page) {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .loading'))
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))))
}

async function faultsOf(page, language) {
  const faults = []
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  for (const one of violations.filter((found) => ['serious', 'critical'].includes(found.impact))) faults.push(`${one.id}: ${one.nodes.slice(0, 2).map((node) => node.target.join(' ')).join(' | ')}`)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wide > 1) faults.push(`${wide} px wider than the screen`)
  const raw = (await page.locator('body').innerText()).match(rawKey)
  if (raw) faults.push(`a word is missing: ${raw[0]}`)
  const said = await page.locator('html').getAttribute('lang')
  if (!said.startsWith(language)) faults.push(`the page says it is ${said}`)
  return faults
}

async function walk(page, address, list, language) {
  const faults = []
  await page.goto(`${address}/?lang=${language}`)
  await calm(page)
  for (const [name, path] of list) {
    await page.evaluate((to) => document.querySelector('#app').__vue_app__.config.globalProperties.$router.push(to), path)
    await calm(page).catch((error) => faults.push(`${name}: ${error.message.split('\n')[0]}`))
    if (new URL(page.url()).pathname !== path.split('?')[0]) faults.push(`${name}: led to ${page.url()}`)
    faults.push(...(await faultsOf(page, language)).map((fault) => `${name} (${language}): ${fault}`))
  }
  return faults
}

async function everyPage(context, page, world, language, size) {
  const { address, people, published, collecting } = world
  await page.setViewportSize(size)
  const batches = (await (await page.request.get(`${address}/api/plans/${published}/batches?size=1`)).json()).items
  const list = pages({ published, collecting, institution: 'GZ-A01', site: 'GZ-A15-S1', batch: batches[0].id })
  const faults = []
  for (const account of [...new Set(list.map(([, , one]) => one))]) {
    await signOut(context)
    if (account) await enter(page, address, people[account])
    faults.push(...(await walk(page, address, list.filter(([, , one]) => one === account), language)))
  }
  must(faults.length === 0, faults.join('\n  '))
}

export default {
  '每个页面都在走查清单里': async () => {
    const listed = new Set(pages({}).map(([name]) => name))
    const missing = [...named()].filter((name) => !listed.has(name))
    const unknown = [...listed].filter((name) => !named().has(name))
    must(missing.length + unknown.length === 0, `without a line in tools/pages.mjs: ${missing}; no page: ${unknown}`)
  },
  '桌面宽度中文：每个页面无严重无障碍问题、无横向溢出、无缺词': async ({ page, context, ...world }) => everyPage(context, page, world, 'zh', { width: 1366, height: 768 }),
}
