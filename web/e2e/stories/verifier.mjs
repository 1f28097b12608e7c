// SPDX-License-Identifier: Apache-2.0
// Anybody saves the verifier and the record from the public page, takes the network away, and checks the draw at home; one bit turned
// in the record is found and named (draw.md, "The seed nobody chose").
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import AxeBuilder from '@axe-core/playwright'

import { sm3 } from '../../src/base/sm3.ts'
import { must } from '../steps.mjs'

async function saved(page, link, to) {
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: link, exact: true }).click()
  await (await waiting).saveAs(to)
  return readFileSync(to)
}

/** The saved page in a window of its own without any network; whatever it asks for besides itself is a fault. */
async function atHome(browser, file, { width = 1366, height = 768, locale = 'zh-CN' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale, offline: true, serviceWorkers: 'block' })
  const page = await context.newPage()
  page.setDefaultTimeout(180_000) // a whole city's month is drawn again; on a busy machine that takes its time
  const faults = []
  page.on('request', (request) => !/^(file|blob|data):/.test(request.url()) && faults.push(`asked for ${request.url()}`))
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto(pathToFileURL(file).href)
  return { page, context, calm: () => must(faults.length === 0, faults.join('\n')) }
}

async function accessible(page, what) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  must(violations.length === 0, `${what}: ${violations.map((one) => `${one.id} ${one.nodes[0].html}`).join('; ')}`)
  must((await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)) <= 1, `${what}: the page scrolls sideways`)
}

async function save(page, address, published, out) {
  await page.goto(`${address}/ceremonies/${published}`)
  const program = await saved(page, '保存核验程序', join(out, 'ankao-verify.html'))
  const record = await saved(page, '下载公开记录', join(out, 'verifier-bundle.json'))
  return { program, record }
}

export default {
  '公众保存核验程序和公开记录，断网打开保存的文件，六步全部相符，看到一家机构的票号': async ({ page, browser, address, published, out }) => {
    const { program, record } = await save(page, address, published, out)
    const shown = await page.locator('code').allInnerTexts()
    must(shown.some((text) => text.replaceAll(/\s/g, '') === sm3(program)), 'the public page shows another digest of the verifier')
    must(shown.some((text) => text.replaceAll(/\s/g, '') === sm3(record)), 'the public page shows another digest of the record')

    const home = await atHome(browser, join(out, 'ankao-verify.html'))
    await home.page.getByText('引擎 ankao-engine').waitFor()
    await accessible(home.page, 'before a file is chosen')
    await home.page.setInputFiles('#record', join(out, 'verifier-bundle.json'))
    await home.page.getByRole('heading', { name: '核验通过' }).waitFor()
    must((await home.page.locator('[data-state=good]').count()) === 6, 'not all six steps agree')
    must((await home.page.locator('#record-sm3').getAttribute('title')) === sm3(record), 'the page has another digest of the record')

    const plan = JSON.parse(record)
    const batch = plan.instance.batches[0]
    await home.page.locator('#institution').selectOption(batch.institution)
    await home.page.locator('.own details', { hasText: `批次 ${batch.id} ` }).first().locator('summary').first().click()
    const ticket = await home.page.locator('.own details[open] code').first().innerText()
    const seed = Buffer.from(plan.seed, 'hex')
    const tickets = plan.instance.sites.map((site) => sm3(Buffer.concat([seed, Buffer.from(`${batch.id}\0${site.id}`)])).slice(0, 16))
    must(tickets.includes(ticket), `the ticket ${ticket} is not one that follows from the seed`)
    for (const one of await home.page.locator('details summary').all()) if (!(await one.evaluate((node) => node.parentElement.open))) await one.evaluate((node) => (node.parentElement.open = true))
    await accessible(home.page, 'verified, everything unfolded')
    await home.page.screenshot({ path: `${out}/verifier-good.png`, fullPage: true })
    await home.page.getByRole('button', { name: 'English' }).click()
    await home.page.getByRole('heading', { name: 'Verified', exact: true }).waitFor()
    must(!(await home.page.locator('header, h1, h2, .lead').allInnerTexts()).some((text) => /[\u4e00-\u9fff]/.test(text.replace('中文', ''))), 'Chinese is left in the English page')
    home.calm()
    await home.context.close()
  },

  '记录被改动一位：核验不通过，指明位置；文件残缺的说明原因；手机上同样可用': async ({ page, browser, address, published, out }) => {
    const { record } = await save(page, address, published, out)
    const bent = Buffer.from(record)
    bent[record.indexOf('"candidates":', record.indexOf('"sessions":')) + '"candidates":'.length] ^= 1
    writeFileSync(join(out, 'verifier-bent.json'), bent)
    writeFileSync(join(out, 'verifier-cut.json'), record.subarray(0, record.length / 2))

    const home = await atHome(browser, join(out, 'ankao-verify.html'), { width: 360, height: 740 })
    await home.page.keyboard.press('Tab')
    await home.page.keyboard.press('Tab')
    must(await home.page.locator('#record').evaluate((node) => node === document.activeElement), 'the file is not reached by Tab')
    await home.page.setInputFiles('#record', join(out, 'verifier-cut.json'))
    await home.page.getByRole('heading', { name: '不是一份完整的公开记录' }).waitFor()
    await home.page.getByText('内容不完整').waitFor()
    await home.page.setInputFiles('#record', join(out, 'verifier-bent.json'))
    await home.page.getByRole('heading', { name: '核验不通过' }).waitFor()
    await home.page.locator('#step-digests').getByText('/plan').first().waitFor()
    await accessible(home.page, 'not verified, on a phone')
    await home.page.screenshot({ path: `${out}/verifier-bent.png`, fullPage: true })
    home.calm()
    await home.context.close()
  },

  '核验程序带着自己的安全策略由平台提供，在线打开同样运行': async ({ page, address }) => {
    const answer = await page.goto(`${address}/ankao-verify.html`)
    const policy = answer.headers()['content-security-policy']
    must(/default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-[^']+'/.test(policy) && !policy.includes('unsafe-inline'), `the policy is ${policy}`)
    await page.getByText('引擎 ankao-engine').waitFor()
    must((await page.locator('[style]').count()) === 0, 'an inline style')
  },
}
