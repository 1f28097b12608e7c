// SPDX-License-Identifier: Apache-2.0
// Without network: pages open, what is written is kept, sent when the network is back, made once though sent twice, and gone with its person.
import { choose, enter, must, setDay } from '../steps.mjs'

export const worker = true

const drafts = (page) => page.evaluate(() => new Promise((done) => {
  const asked = indexedDB.open('ankao-outbox', 1)
  asked.onupgradeneeded = () => asked.transaction.abort()
  asked.onerror = () => done([])
  asked.onsuccess = () => {
    const all = asked.result.transaction('drafts').objectStore('drafts').getAll()
    all.onsuccess = () => (asked.result.close(), done(all.result))
  }
}))
const until = async (page, holds, what) => {
  for (const end = Date.now() + 8000; Date.now() < end; await page.waitForTimeout(50)) if (holds(await drafts(page))) return
  must(false, `${what}: ${JSON.stringify(await drafts(page))}`)
}

async function ready(page, address) {
  await page.goto(`${address}/work/bookings/new`)
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  await page.reload()
  await page.getByText('广州市技师学院').first().waitFor()
}

async function fill(page, name) {
  await page.locator('#class').fill(name)
  await choose(page, 'subject', '低压电工作业')
  await page.locator('#candidates').fill('24')
  for (const [field, day] of [['opened', '2026-04-09'], ['started', '2026-04-09'], ['planned', '2026-05-20']]) await setDay(page, field, day)
}

const bookings = async (page, address, name) => (await (await page.request.get(`${address}/api/bookings?q=${name}`)).json()).items

export default {
  '断网填写预约，离线重开仍在，联网后只办理一次': async ({ page, context, address, people, out }) => {
    await enter(page, address, people.jigou)
    await ready(page, address)
    await context.setOffline(true)
    await page.getByText('当前离线').waitFor()
    await fill(page, 'E2E-OFFLINE')
    await until(page, (all) => all.some((one) => one.state === 'writing' && one.form.class_id === 'E2E-OFFLINE' && one.form.planned_completed === '2026-05-20'), 'what is typed is kept')
    await page.reload()
    await page.waitForFunction(() => document.querySelector('#class')?.value === 'E2E-OFFLINE')
    await page.getByText('已恢复上次未提交的内容').waitFor()
    await page.getByRole('button', { name: '预约', exact: true }).click()
    await page.waitForURL('**/work/unsent')
    await page.goto(`${address}/work/unsent`)
    await page.locator('.tag', { hasText: '待发送' }).waitFor()
    await page.getByRole('link', { name: '1 项未发送' }).waitFor()
    await page.screenshot({ path: `${out}/unsent-offline.png` })
    const [waiting] = await drafts(page)
    await context.setOffline(false)
    await page.locator('.tag', { hasText: '已发送' }).waitFor()
    const again = await page.request.post(`${address}${waiting.path}`, { headers: { 'x-ankao': '1', 'x-ankao-draft': waiting.id }, data: waiting.body })
    must(again.ok() && again.headers()['x-ankao-kept'] === '1', `the second sending answered ${again.status()}`)
    const [made, ...more] = await bookings(page, address, 'E2E-OFFLINE')
    must(made && more.length === 0 && (await again.json()).id === made.id, `made ${1 + more.length} times`)
    await page.getByText(`已办理 ${made.id}`).waitFor()
    const other = await page.request.post(`${address}${waiting.path}`, { headers: { 'x-ankao': '1', 'x-ankao-draft': waiting.id }, data: { ...waiting.body, candidates: 25 } })
    must(other.status() === 409 && (await other.json()).type.endsWith('once.other_body'), `other contents under the same id answered ${other.status()}`)
  },

  '共用设备退出登录后不留下本人的草稿': async ({ page, address, people }) => {
    await enter(page, address, people.jigou)
    await page.goto(`${address}/work/bookings/new`)
    await page.getByText('广州市技师学院').first().waitFor()
    await page.locator('#class').fill('E2E-LEFT')
    await until(page, (all) => all.length === 1, 'the draft is kept')
    await page.locator('.person summary').click()
    await page.getByRole('button', { name: '退出登录' }).click()
    const confirm = page.getByRole('dialog')
    must((await confirm.innerText()).includes('1 项未发送'), 'the dialog does not say how much is lost')
    await confirm.getByRole('button', { name: '退出登录' }).click()
    await page.waitForURL(`${address}/`)
    await until(page, (all) => all.length === 0, 'nothing is left')
    must(await page.evaluate(() => !localStorage.getItem('ankao.who') || localStorage.getItem('ankao.who') === 'null'), 'the person is still remembered')
  },
}
