// SPDX-License-Identifier: Apache-2.0
// Twelve months of one city at the screens, each with its ceremony: bookings, freeze, commitments, reveals, public value, draw,
// publication, verification, feedback, confirmation (draw.md; S-1.2a, S-2.3, S-3.1, S-3.2, G-10, G-62). Long: ./bench year.
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { ownCity, until } from '../own.mjs'
import { deskStep, enter, enterValue, must, upload } from '../steps.mjs'
import { lastAndFirst, missingFrom, visitsOf } from '../visited.mjs'

const headers = { 'x-ankao': '1' }
const run = promisify(execFile)
const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)
const before = (month) => {
  const [year, number] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

async function post(page, address, path, data = {}) {
  const answer = await page.request.post(`${address}${path}`, { headers, data })
  must(answer.ok(), `${path} answered ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}

const read = async (page, address, path) => (await page.request.get(`${address}${path}`)).json()

/** The month's bookings as a file of the desk, with a word why they come late, since they come all at once. */
async function bookingLines({ ankao, environment, out }, month, number) {
  const file = join(out, `bookings-${month}.csv`)
  await run(ankao, ['demo', 'bookings', '--month', month, '--seed', String(100 + number), '--load', '1', '--bookings', file, '--out', join(out, 'instance.json')], { env: environment, maxBuffer: 1 << 24 })
  const [head, ...rows] = readFileSync(file, 'utf8').replace(/^\uFEFF/, '').trimEnd().split(/\r?\n/).map((line) => line.split(','))
  const [late, wanted] = ['逾期说明', '报考月份'].map((name) => head.indexOf(name))
  must(late > 0 && wanted > 0, `the booking file has other columns: ${head}`)
  const own = (cells) => cells.with(late, cells[late] || '演示：当月预约一次录入').with(wanted, cells[wanted] < before(month) ? before(month) : cells[wanted])
  // Numbers and states of bookings are the platform's own and no columns of the template.
  return [head, ...rows.map(own)].map((cells) => cells.slice(1, late + 1).join(','))
}

async function sendBookings(page, address, month, lines) {
  await page.goto(`${address}/work/bookings/import`)
  const answered = page.waitForResponse((one) => one.url().includes('/api/bookings/import'), { timeout: 60_000 })
  await upload(page, 'booking-file', `预约-${month}.csv`, Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`))
  return (await answered).json()
}

/** What the platform refuses of institutions that are suspended is left out, as a desk would; anything else is a fault of the story. */
async function collect(page, address, world, month, number) {
  const lines = await bookingLines(world, month, number)
  const { errors } = await sendBookings(page, address, month, lines)
  const refused = new Set(errors.filter((one) => JSON.stringify(one).includes('暂停期')).map((one) => one.row))
  const left = errors.filter((one) => !refused.has(one.row))
  must(left.length === 0, `${month}: ${left.length} cells refused, first ${JSON.stringify(left.slice(0, 3))}`)
  if (refused.size) await sendBookings(page, address, month, lines.filter((_, at) => !refused.has(at + 1)))
  await page.getByText('核对完成').waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText('预约已导入').first().waitFor({ timeout: 60_000 })
}

async function announce(page, address, month) {
  await page.goto(`${address}/work/desk/${month}`)
  await page.locator('#source').fill('演示：每月22日开奖的公开号码')
  await page.getByRole('button', { name: '开始编制' }).click()
  await page.getByText('已开始编制').first().waitFor({ timeout: 30_000 })
}

/** What keeps the month from being frozen is settled as the desk says: waivers by the bureau (G-12). */
async function settle({ desk, bureau }, address, month) {
  const { waivers } = await read(bureau, address, `/api/desk/${month}`)
  for (const one of waivers.filter((each) => each.needs_approval && !each.approved)) await post(bureau, address, `/api/desk/${month}/waivers`, { institution: one.institution, subject: one.subject, reason: '演示：本市没有其他考试点' })
  const { findings } = await read(desk, address, `/api/desk/${month}`)
  const blocking = findings.filter((one) => one.blocks)
  must(blocking.length === 0, `${month} cannot be frozen: ${JSON.stringify(blocking).slice(0, 900)}`)
  await desk.goto(`${address}/work/desk/${month}`)
}

async function freeze(page, month, day) {
  await page.locator('#how').fill('演示：六个号码按开出的次序，以一个空格分开')
  await page.locator('#commitments_until').fill(`${day(21)}T18:00:00`)
  await page.locator('#reveals_until').fill(`${day(22)}T12:00:00`)
  await page.locator('#available_at').fill(`${day(22)}T20:00:00`)
  await deskStep(page, '冻结数据', '数据已冻结')
}

async function commit(page, address, month) {
  await page.goto(`${address}/work/ceremonies`)
  await page.getByRole('button', { name: '生成随机数并承诺' }).first().click()
  await page.getByText('已登记承诺').first().waitFor()
}

async function reveal(page, address) {
  await page.goto(`${address}/work/ceremonies`)
  await page.getByRole('button', { name: '公开随机数', exact: true }).first().click()
  await page.getByText('已公开随机数').first().waitFor()
}

async function drawAndPublish({ desk, bureau }, address, month, value) {
  await desk.goto(`${address}/work/desk/${month}`)
  await enterValue(desk, value, '录入公开值', '公开值已录入')
  await bureau.goto(`${address}/work/desk/${month}`)
  await enterValue(bureau, value, '复核公开值', '种子已形成')
  await desk.goto(`${address}/work/desk/${month}`)
  await deskStep(desk, '开始排考', '排考已开始')
  await desk.locator('.next').getByRole('button', { name: '提交', exact: true }).waitFor({ timeout: 120_000 })
  const { exceptions } = await read(bureau, address, `/api/desk/${month}`)
  for (const one of exceptions) await post(bureau, address, `/api/desk/${month}/exceptions`, { institution: one.institution, site: one.site, subject: one.subject, reason: '演示：考试点不足' })
  await desk.goto(`${address}/work/desk/${month}`)
  await deskStep(desk, '提交', '计划已提交')
  await bureau.goto(`${address}/work/desk/${month}`)
  await deskStep(bureau, '公示计划', '计划已公示')
}

/** What the public takes away, verified by the program alone. */
async function publicRecord(page, address, world, month) {
  await page.goto(`${address}/ceremonies/${month}`)
  await page.getByRole('link', { name: '下载公开记录' }).waitFor()
  const bytes = await (await page.request.get(`${address}/api/plans/${month}/files/bundle.json`)).body()
  const file = join(world.out, `year-${month}.json`)
  writeFileSync(file, bytes)
  await run(world.ankao, ['verify', file, '--json', '--lang', 'zh'], { env: world.environment, maxBuffer: 1 << 24 }).catch((error) => must(false, `${month} does not verify: ${error.stdout}`))
  return JSON.parse(bytes)
}

async function confirm(desk, address, month) {
  const { items } = await read(desk, address, `/api/after/${month}/sites?answer=open&size=200`)
  for (const one of items) await post(desk, address, `/api/after/${month}/answers`, { site: one.site, refused: false, explanation: '演示：电话确认' })
  await desk.goto(`${address}/work/desk/${month}/after`)
  await desk.getByRole('button', { name: '确认计划' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '确认计划' }).click()
  await desk.getByText('计划已确认').filter({ visible: true }).first().waitFor()
}

/** From one month to the next: the history is whole, and nobody goes twice in a row to the same site (S-3.2). */
function compare(former, bundle) {
  const missing = missingFrom(bundle.instance.history.visits, visitsOf(former))
  must(missing.length === 0, `${bundle.instance.month}: ${missing.length} visits of the month before are not in the history, first ${JSON.stringify(missing[0])}`)
  const again = lastAndFirst(former, bundle)
  must(again.length === 0, `${bundle.instance.month}: twice in a row at the same site: ${JSON.stringify(again[0])}`)
}

async function oneMonth(world, city, windows, month, number) {
  const day = (of) => `${before(month)}-${of}`
  const as = async (address) => {
    for (const [window, person] of [[windows.desk, 'kaoshi'], [windows.bureau, 'shiju'], [windows.school, 'jigou'], [windows.site, 'kaodian']]) await enter(window, address, city.people[person])
  }
  let bundle
  await city.at(`${day(21)} 09:00:00`, async (address) => {
    await as(address)
    if (number > 1) await collect(windows.desk, address, world, month, number)
    if (number > 1) await announce(windows.desk, address, month)
    await settle(windows, address, month)
    await freeze(windows.desk, month, day)
    await commit(windows.school, address, month)
    await commit(windows.site, address, month)
  })
  await city.at(`${day(22)} 08:30:00`, async (address) => {
    await as(address)
    await reveal(windows.school, address)
    if (number % 3) await reveal(windows.site, address) // every third month one party does not come back
  })
  await city.at(`${day(23)} 09:00:00`, async (address) => {
    await as(address)
    await drawAndPublish(windows, address, month, `${number} 08 12 19 27 31`)
    bundle = await publicRecord(windows.citizen, address, world, month)
  })
  await city.at(`${day(24)} 09:00:00`, async (address) => {
    await as(address)
    await confirm(windows.desk, address, month)
  })
  return bundle
}

export default {
  '一年十二个月：每月预约、冻结、承诺、公开、公开值、排考、公示、核验、反馈、确认': async ({ browser, ...world }) => {
    const open = async (viewport) => {
      const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block' })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      return page
    }
    const wide = { width: 1366, height: 768 }
    const windows = { desk: await open(wide), bureau: await open(wide), school: await open(wide), site: await open({ width: 360, height: 740 }), citizen: await open(wide) }
    await ownCity(world, '2025-12', '2025-11-20 09:00:00', async (city) => {
      let former
      for (const [index, month] of months.entries()) {
        const began = Date.now()
        const bundle = await oneMonth(world, city, windows, month, index + 1)
        if (former) compare(former, bundle)
        former = bundle
        const placed = bundle.plan.sessions.reduce((sum, one) => sum + one.seats.reduce((all, seat) => all + seat.candidates, 0), 0)
        console.log(`  ${month}: ${bundle.instance.batches.length} batches, ${placed} seated, ${bundle.reveals.length} reveals, ${bundle.absent.length} absent, levels ${JSON.stringify(bundle.plan.levels)}, ${Math.round((Date.now() - began) / 1000)} s`)
      }
      await city.at('2026-12-20 09:00:00', async (address) => {
        await windows.citizen.goto(`${address}/plans`)
        const { items } = await read(windows.citizen, address, '/api/plans?size=50')
        must(months.every((month) => items.some((one) => one.month === month)), `published months: ${items.map((one) => one.month)}`)
        await windows.citizen.screenshot({ path: join(world.out, 'year.png'), fullPage: true })
      })
    })
    for (const one of Object.values(windows)) await one.context().close()
  },
}
