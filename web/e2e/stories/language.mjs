// SPDX-License-Identifier: Apache-2.0
// By keyboard alone, and in English without a word missing.
import { enter, must } from '../steps.mjs'

/** Names of words that were never translated: `planning.desk.title` instead of a sentence. */
const rawKey = /\b(?:planning|registry|identity|home|deadlines|base|nav|list|state|action|field|time|why|upload|chart|map|platform)(?:\.[a-z][A-Za-z0-9]*)+\b/

async function walk(page, address, paths) {
  const faults = []
  for (const path of paths) {
    await page.goto(address + path, { waitUntil: 'networkidle' })
    await page.locator('h1').first().waitFor()
    const text = await page.locator('body').innerText()
    const raw = text.match(rawKey)
    if (raw) faults.push(`${path}: ${raw[0]}`)
    const labels = await page.evaluate(() => [...document.querySelectorAll('h1, h2, th, label, legend, nav a, main button, dt')].filter((node) => !node.closest('[lang="zh"]')).map((node) => node.textContent.trim()))
    const chinese = labels.find((label) => /^[\u4e00-\u9fff]{2,8}$/.test(label) && !/^广(州|东)/.test(label))
    if (chinese) faults.push(`${path}: “${chinese}” is left in Chinese`)
    if ((await page.locator('html').getAttribute('lang')) !== 'en') faults.push(`${path}: the page does not say that it is English`)
  }
  must(faults.length === 0, faults.join('\n'))
}

async function tabTo(page, selector, most = 40) {
  for (let i = 0; i < most; ++i) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${selector} cannot be reached with ${most} presses of Tab`)
}

export default {
  '只用键盘登录': async ({ page, address, people }) => {
    await page.goto(`${address}/sign-in`)
    await page.locator('#account').waitFor()
    await tabTo(page, '#account')
    await page.keyboard.type(people.shenji.account)
    await page.keyboard.press('Tab')
    await page.keyboard.type(people.shenji.password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/work')
    await tabTo(page, 'a[href="/work/desk"]')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/work/desk')
  },

  '只用键盘查到机构': async ({ page, address }) => {
    await page.goto(address)
    await page.locator('h1').waitFor()
    await tabTo(page, 'main input')
    await page.keyboard.type('技师学院')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/institutions?**')
    await page.locator('a[href="/institutions/GZ-A01"]').waitFor()
    await tabTo(page, 'a[href="/institutions/GZ-A01"]', 80)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/institutions/GZ-A01')
  },

  '对话框用键盘打开、确认和关闭，焦点回到原处': async ({ page, address, people }) => {
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/suspensions`)
    const opener = page.getByRole('button', { name: '登记暂停' })
    await opener.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    must(await page.evaluate(() => document.querySelector('dialog').contains(document.activeElement)), 'the focus stays outside the dialog')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    must(await opener.evaluate((button) => button === document.activeElement), 'the focus does not return to the button')
  },

  '市局的工作页面有完整的英文': async ({ page, address, people, published, collecting }) => {
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work?lang=en`, { waitUntil: 'networkidle' })
    await walk(page, address, ['/work', '/work/bookings', '/work/desk', `/work/desk/${collecting}`, `/work/desk/${published}`, '/work/reports', '/work/registry/institutions', '/work/registry/institutions/GZ-A04', '/work/registry/sites', '/work/registry/sites/GZ-A15-S1', '/work/registry/sites/new', '/work/registry/import', '/work/registry/import?what=rooms', '/work/suspensions', '/work/holidays', '/work/holidays/2026', '/work/accounts', '/work/me'])
  },

  '机构的工作页面和公开计划有完整的英文': async ({ page, address, people, published }) => {
    await enter(page, address, people.jigou)
    await page.goto(`${address}/work?lang=en`, { waitUntil: 'networkidle' })
    await walk(page, address, ['/work', '/work/own', '/work/own/report', '/work/bookings', '/work/bookings/new', '/work/bookings/import', '/institutions/GZ-A15', '/sites/GZ-A15-S1', `/plans/${published}`, `/plans/${published}/sessions`, `/plans/${published}/batches`, `/plans/${published}/institutions/GZ-A01`])
  },
}
