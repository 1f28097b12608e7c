// SPDX-License-Identifier: Apache-2.0
// The seed nobody chose: freeze, commitments, reveals, a public value entered by two people, draw, publication, and the record that
// anybody verifies with the program alone (draw.md, S-3.1, G-10, G-15).
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { ownCity } from '../own.mjs'
import { deskStep, enter, enterValue, must } from '../steps.mjs'

const value = '03 08 12 19 27 31'
const headers = { 'x-ankao': '1' }

/** A window of its own for a person. */
async function windowOf(browser, address, person, viewport) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block' })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  if (person) await enter(page, address, person)
  return page
}

async function post(page, address, path, data = {}) {
  const answer = await page.request.post(`${address}${path}`, { headers, data })
  must(answer.ok(), `${path} answered ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}

async function commitOn(page, address) {
  const sent = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.postData() ?? ''))
  await page.goto(`${address}/work/ceremonies`)
  await page.getByRole('button', { name: '生成随机数并承诺' }).click()
  await page.getByText('已登记承诺').first().waitFor()
  const kept = JSON.parse(decodeURIComponent((await page.getByRole('link', { name: '把随机数存成文件' }).getAttribute('href')).split(',')[1]))
  must(/^[0-9a-f]{64}$/.test(kept.nonce), 'the file to keep has no number')
  must(!sent.some((body) => body.includes(kept.nonce)), 'the number left the browser before it was revealed')
  return kept
}

/** Exit code of `ankao verify`. */
function verify(ankao, environment, file) {
  return new Promise((done) => execFile(ankao, ['verify', file, '--json', '--lang', 'zh'], { env: environment, maxBuffer: 1 << 24 }, (error, stdout) => done({ code: error ? error.code : 0, stdout })))
}

export default {
  '演示城市公示的月份有完整的公开记录，ankao verify 核验通过': async ({ page, address, published, ankao, environment, out }) => {
    await page.goto(`${address}/ceremonies/${published}`)
    await page.getByText('种子已产生').first().waitFor()
    must((await page.locator('.parties').getByText('未公开').count()) > 0, 'who did not reveal is not named')
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载公开记录' }).click()
    const file = await (await waiting).path()
    const good = await verify(ankao, environment, file)
    must(good.code === 0, `the demo's record does not verify: ${good.stdout}`)
    await page.screenshot({ path: `${out}/ceremony-public.png`, fullPage: true })
    const bytes = readFileSync(file)
    bytes[Math.floor(bytes.length / 2)] ^= 1
    writeFileSync(join(out, 'bad.json'), bytes)
    const told = await verify(ankao, environment, join(out, 'bad.json'))
    must(told.code === 1 || told.code === 2, 'a changed byte was not found')
  },

  '机构承诺并公开，考试点承诺而不公开，两人录入公开值，市局公示，公众核验记录': async ({ page, browser, published, ...world }) => {
    const { ankao, environment, out } = world
    const windows = []
    const open = async (...what) => (windows.push(await windowOf(browser, ...what)), windows.at(-1))
    await ownCity(world, published, '2026-04-10 09:00:00', async ({ people, at }) => {
      let school, site, own, lost
      const desk = { width: 1366, height: 768 }
      await at('2026-04-10 09:30:00', async (address) => {
        await enter(page, address, people.kaoshi)
        await post(page, address, `/api/desk/${published}`, { announced_source: '演示：次日的公开号码', reason: '演示：种子产生程序' })
        school = await open(address, people.jigou, desk)
        site = await open(address, people.kaodian, { width: 360, height: 740 })
        const until = { commitments_until: '2026-04-10T10:00:00+08:00', reveals_until: '2026-04-10T11:00:00+08:00', available_at: '2026-04-10T12:00:00+08:00' }
        await post(page, address, `/api/desk/${published}/freeze`, { how: '六个号码以空格分开', ...until, work_limit: 20000 })
        own = await commitOn(school, address)
        lost = await commitOn(site, address)
        must((await site.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)) <= 1, 'the page scrolls sideways on a phone')
        await site.screenshot({ path: `${out}/ceremony-phone.png`, fullPage: true })
        const early = await school.request.post(`${address}/api/seeds/reveals`, { headers, data: { month: published, nonce: own.nonce } })
        must(early.status() === 409, `a reveal while others commit answered ${early.status()}`)
        const citizen = await open(address, undefined, desk)
        const seen = await (await citizen.request.get(`${address}/api/ceremonies/${published}`)).text()
        must(JSON.parse(seen).parties.length === 2 && !seen.includes(own.nonce), 'the public sees other commitments, or a number that was not revealed')
      })
      await at('2026-04-10 10:20:00', async (address) => {
        await enter(school, address, people.jigou)
        await school.goto(`${address}/work/ceremonies`)
        await school.getByRole('button', { name: '公开随机数', exact: true }).click()
        await school.getByText('已公开随机数').first().waitFor()
      })
      await at('2026-04-10 12:05:00', async (address) => {
        await enter(page, address, people.kaoshi)
        await page.goto(`${address}/work/desk/${published}`)
        await enterValue(page, value, '录入公开值', '公开值已录入')
        const same = await page.request.post(`${address}/api/desk/${published}/value/confirm`, { headers, data: { public_value: value } })
        must(same.status() === 409, `one person confirmed its own value: ${same.status()}`)
        const bureau = await open(address, people.shiju, desk)
        await bureau.goto(`${address}/work/desk/${published}`)
        await enterValue(bureau, value, '复核公开值', '种子已形成')

        await page.goto(`${address}/work/desk/${published}`)
        await deskStep(page, '开始排考', '排考已开始')
        await page.locator('.next').getByRole('button', { name: '提交', exact: true }).waitFor({ timeout: 60_000 })
        const { exceptions } = await (await bureau.request.get(`${address}/api/desk/${published}`)).json()
        for (const { institution, site: where, subject } of exceptions) await post(bureau, address, `/api/desk/${published}/exceptions`, { institution, site: where, subject, reason: '演示：考试点不足' })
        await post(page, address, `/api/desk/${published}/submit`)
        await bureau.goto(`${address}/work/desk/${published}`)
        await deskStep(bureau, '公示计划', '计划已公示')

        const citizen = await open(address, undefined, desk)
        await citizen.goto(`${address}/ceremonies/${published}`)
        await citizen.getByRole('link', { name: '下载公开记录' }).waitFor()
        const bytes = await (await citizen.request.get(`${address}/api/plans/${published}/files/bundle.json`)).body()
        const bundle = JSON.parse(bytes)
        must(bundle.reveals.length === 1 && bundle.reveals[0].nonce === own.nonce, 'the record has other reveals')
        must(bundle.absent.length === 1 && bundle.absent[0] === lost.participant, `the record names others as absent: ${bundle.absent}`)
        writeFileSync(join(out, 'bundle.json'), bytes)
        const good = await verify(ankao, environment, join(out, 'bundle.json'))
        must(good.code === 0, `the record does not verify: ${good.stdout}`)
      })
    })
    for (const one of windows) await one.context().close()
  },
}
