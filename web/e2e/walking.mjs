// SPDX-License-Identifier: Apache-2.0
// What a walk looks at on every page: axe, the width, words, the language, and what the keyboard reaches.
import { readFileSync, readdirSync } from 'node:fs'

import { AxeBuilder } from '@axe-core/playwright'

import { pages } from '../tools/pages.mjs'
import { enter, must, signOut } from './steps.mjs'

const source = new URL('../src/', import.meta.url)
const rawKey = /\b(?:planning|registry|identity|home|deadlines|notices|outbox|base|nav|list|state|action|field|time|why|upload|chart|map|platform)(?:\.[a-z][A-Za-z0-9]*)+\b/
const mostTabs = 70
/** Quoted on English pages on purpose: documents by their own titles, an example of what one may search for. */
const quoted = ['粤应急规', '低压电工', '国务院办公厅关于', '年部分节假日安排的通知']

export const namedPages = () => new Set([...readFileSync(new URL('routes.ts', source), 'utf8').matchAll(/path: '[^']*', name: '([\w-]+)'/g)].map((match) => match[1]))

/** The screen's own Chinese words without places in them: none of them may stand on an English page. */
function chineseWords() {
  const files = readdirSync(source, { recursive: true }).filter((name) => name.endsWith('words.zh.ts'))
  const all = files.flatMap((name) => [...readFileSync(new URL(name, source), 'utf8').matchAll(/'([^'{}@|]*\p{Script=Han}[^'{}@|]*)'/gu)].map((match) => match[1]))
  return new Set(all.filter((words) => words.length > 1))
}

async function calm(page) {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .loading'))
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))))
}

/** Chinese that the server sent as data: names, addresses, texts that people wrote. What it also has in English is no data. */
function heard(page) {
  const texts = []
  const reading = []
  const take = (value, key, beside) => {
    if (typeof value === 'string') {
      const twin = key === 'zh' ? beside.en : key?.endsWith('_zh') ? beside[`${key.slice(0, -3)}_en`] : ''
      if (!twin) texts.push(value)
    } else if (value && typeof value === 'object') for (const [name, one] of Object.entries(value)) take(one, name, value)
  }
  page.on('response', (response) => {
    if (/\/api\//.test(response.url()) && /json/.test(response.headers()['content-type'] ?? '')) reading.push(response.json().then((body) => take(body), () => {}))
  })
  return async () => {
    await Promise.all(reading.splice(0))
    return texts.join('\n')
  }
}

async function chineseLeft(page, data, own) {
  const shown = await page.evaluate(() => {
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      const box = node.parentElement
      if (/\p{Script=Han}/u.test(node.data) && !box.closest('[lang^="zh"]:not(html), script, style') && box.checkVisibility({ visibilityProperty: true })) found.push(node.data.trim())
    }
    const attributes = ['placeholder', 'aria-label', 'title']
    for (const element of document.querySelectorAll(attributes.map((name) => `[${name}]`).join(',')))
      for (const name of attributes) if (/\p{Script=Han}/u.test(element.getAttribute(name) ?? '') && element.checkVisibility()) found.push(element.getAttribute(name).trim())
    return found
  })
  const isData = (text) => `\n${data}\n`.includes(`\n${text}\n`)
  const strange = shown.filter((text) => (own.has(text) && !isData(text)) || (text.match(/\p{Script=Han}{2,}/gu) ?? []).some((run) => !data.includes(run) && !quoted.includes(run)))
  return [...new Set(strange)].slice(0, 4).map((text) => `Chinese on an English page: ${text.slice(0, 40)}`)
}

async function faultsOf(page, language, data) {
  const faults = []
  // Every page is one frame: looked at in the page itself, and only what is wrong is told in detail, it takes a fraction of the time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  for (const one of violations.filter((found) => ['serious', 'critical'].includes(found.impact))) faults.push(`${one.id}: ${one.nodes.slice(0, 2).map((node) => node.target.join(' ')).join(' | ')}`)
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth
    const over = document.documentElement.scrollWidth - limit
    if (over <= 1) return ''
    const boxes = [...document.querySelectorAll('main *, header *')].filter((one) => one.getBoundingClientRect().right > limit + 1 && one.checkVisibility())
    const last = boxes.find((one) => ![...one.children].some((child) => boxes.includes(child)))
    return `${over} px wider than the screen${last ? `: ${last.tagName.toLowerCase()}.${last.className} “${last.textContent.trim().slice(0, 30)}”` : ''}`
  })
  if (wide) faults.push(wide)
  const raw = (await page.locator('body').innerText()).match(rawKey)
  if (raw && !data.includes(raw[0])) faults.push(`a word is missing: ${raw[0]}`)
  const said = await page.locator('html').getAttribute('lang')
  if (!said.startsWith(language)) faults.push(`the page says it is ${said}`)
  return faults
}

/** From the head of the content by Tab: the main action is reached, and whatever has the focus shows it. */
export async function keyboardFaults(page) {
  const wanted = await page.evaluate(() => {
    const space = document.querySelector('dialog[open]') ?? document.querySelector('main')
    const main = [...space.querySelectorAll('.button.main')].find((one) => one.checkVisibility() && !one.disabled)
    document.querySelectorAll('[data-main]').forEach((one) => one.removeAttribute('data-main'))
    const reached = main?.control ?? main // a label is reached through what it is for
    reached?.setAttribute('data-main', '')
    if (space.tagName === 'MAIN') space.focus()
    if (document.activeElement === reached) reached.blur()
    return Boolean(main)
  })
  for (let i = 0; i < (wanted ? mostTabs : 8); ++i) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const here = document.activeElement
      if (!here || here === document.body) return { end: true }
      const shows = (element) => {
        const style = getComputedStyle(element)
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none'
      }
      const ancestors = [here]
      while (ancestors.length < 5 && ancestors.at(-1).parentElement) ancestors.push(ancestors.at(-1).parentElement)
      const drawn = (element) => [getComputedStyle(element).stroke, getComputedStyle(element).strokeWidth].join()
      const focused = drawn(here)
      const seen = ancestors.some(shows) || (here instanceof SVGElement && (here.blur(), drawn(here) !== focused))
      if (document.activeElement !== here) here.focus()
      const name = `${here.tagName.toLowerCase()}${here.id ? `#${here.id}` : ''} “${(here.textContent || here.getAttribute('aria-label') || '').trim().slice(0, 20)}”`
      return { main: here.hasAttribute('data-main'), dull: seen ? '' : name }
    })
    if (found.dull) return [`the focus is not seen on ${found.dull}`]
    if (found.main) return []
    if (found.end) break
  }
  return wanted ? ['the main action is not reached by Tab'] : []
}

async function walk(page, address, list, language, data, more) {
  const faults = []
  await page.goto(`${address}/?lang=${language}`)
  await calm(page)
  for (const [name, path] of list) {
    await page.evaluate((to) => document.querySelector('#app').__vue_app__.config.globalProperties.$router.push(to), path)
    await calm(page).catch((error) => faults.push(`${name}: ${error.message.split('\n')[0]}`))
    if (new URL(page.url()).pathname !== path.split('?')[0]) faults.push(`${name}: led to ${page.url()}`)
    const found = [...(await faultsOf(page, language, await data())), ...(await more(page, await data()))]
    faults.push(...found.map((fault) => `${name} (${language}): ${fault}`))
  }
  return faults
}

/** Every page of tools/pages.mjs, in one context and through the router, so that the whole walk takes seconds. */
export async function everyPage({ page, context, address, people, published, collecting }, language, size) {
  await page.setViewportSize(size)
  const data = heard(page)
  const own = chineseWords()
  const batches = (await (await page.request.get(`${address}/api/plans/${published}/batches?size=1`)).json()).items
  const list = pages({ published, collecting, institution: 'GZ-A01', site: 'GZ-A15-S1', batch: batches[0].id })
  const more = (here, known) => (language === 'en' ? chineseLeft(here, known, own) : keyboardFaults(here))
  const faults = []
  for (const account of [...new Set(list.map(([, , one]) => one))]) {
    await signOut(context)
    if (account) await enter(page, address, people[account])
    faults.push(...(await walk(page, address, list.filter(([, , one]) => one === account), language, data, more)))
  }
  must(faults.length === 0, faults.join('\n  '))
}
