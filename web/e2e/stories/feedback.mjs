// SPDX-License-Identifier: Apache-2.0
// After publication: a site refuses a room on a telephone, the exam organisation verifies it and redraws, the new version is filed,
// confirmed, and an institution prints its admission notice; a second refusal puts the end of the agreement on the bureau's list.
import { ownCity, until } from '../own.mjs'
import { enter, must } from '../steps.mjs'

const month = '2026-05'
const headers = { 'x-ankao': '1' }

async function post(page, address, path, data = {}) {
  const answer = await page.request.post(`${address}${path}`, { headers, data })
  must(answer.ok(), `${path} answered ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}
const read = async (page, address, path) => (await page.request.get(`${address}${path}`)).json()

async function refuseOnPhone(browser, address, person, words, out) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block' })
  const page = await context.newPage()
  await enter(page, address, person)
  await page.goto(`${address}/work/own-sessions`)
  await page.getByRole('button', { name: '不能提供', exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('textarea').fill(words)
  await dialog.getByRole('button', { name: '不能提供', exact: true }).click()
  await page.getByText('已反馈').filter({ visible: true }).first().waitFor()
  const all = page.getByRole('button', { name: '全部确认' })
  if (await all.count()) await all.first().click()
  await page.getByText('已反馈全部场次').filter({ visible: true }).first().waitFor()
  must(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page scrolls sideways on a telephone')
  if (out) await page.screenshot({ path: `${out}/feedback-phone.png`, fullPage: true })
  await context.close()
}

/** What the other sites say by telephone. */
async function enterRest(page, address) {
  const { items } = await read(page, address, `/api/after/${month}/sites?answer=open&size=200`)
  for (const one of items) await post(page, address, `/api/after/${month}/answers`, { site: one.site, refused: false, explanation: '4月24日电话确认' })
}

async function verifyFirst(page, address) {
  await page.goto(`${address}/work/failures`)
  await page.getByRole('button', { name: '核实', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '核实', exact: true }).click()
  await page.getByText('已核实').filter({ visible: true }).first().waitFor()
}

export default {
  '公示之后：手机反馈不能提供、核实、重排出新版、报备、确认、打印准考通知、第二次提请终止协议': async ({ page, context, browser, out, ...world }) => {
    await ownCity(world, month, '2026-04-24 09:00:00', async ({ people, at }) => {
      const as = async (address, who) => (await context.clearCookies(), enter(page, address, people[who]))
      await at('2026-04-24 10:00:00', async (address) => {
        await refuseOnPhone(browser, address, people.kaodian, '考场漏水，预计5月下旬修好', out)
        await as(address, 'kaoshi')
        await enterRest(page, address)
        await verifyFirst(page, address)
        await page.goto(`${address}/work/desk/${month}/after`)
        await page.getByText('需要重排').waitFor()
        await page.locator('#redraw-source').fill('演示：4月24日晚开奖公告')
        await page.locator('#redraw-how').fill('按开出的次序')
        await page.locator('#redraw-reason').fill('考试点不能提供考场')
        await page.getByRole('button', { name: '启动重排' }).click()
        await page.getByText('第 2 版正在办理').waitFor()
        await page.screenshot({ path: `${out}/feedback-desk.png`, fullPage: true })
      })
      await at('2026-04-24 19:10:00', async (address) => {
        await as(address, 'kaoshi')
        await post(page, address, `/api/desk/${month}/value`, { public_value: '03 08 12' })
        await as(address, 'shiju')
        await post(page, address, `/api/desk/${month}/value/confirm`, { public_value: '03 08 12' })
        await as(address, 'kaoshi')
        await post(page, address, `/api/desk/${month}/draw`)
        await until(page, `${address}/api/desk/${month}`, (desk) => desk.stage === 'drawn', 'the redraw was not drawn')
        await post(page, address, `/api/desk/${month}/submit`)
        await as(address, 'shiju')
        const desk = await read(page, address, `/api/desk/${month}`)
        for (const one of desk.exceptions.filter((each) => !each.approved)) await post(page, address, `/api/desk/${month}/exceptions`, { institution: one.institution, site: one.site, subject: one.subject, reason: '座位不足' })
        await post(page, address, `/api/desk/${month}/publish`)
        await page.goto(`${address}/plans/${month}/changes`)
        await page.getByText('调整原因：考试点不能提供考场').waitFor()
        must((await page.getByText('调出').count()) > 0, 'nobody is shown to have left the lost room')
        await page.screenshot({ path: `${out}/feedback-changes.png`, fullPage: true })
        await page.goto(`${address}/work/desk/${month}/after`)
        await page.getByRole('button', { name: '制作报备数据' }).click()
        await page.locator('#filing-reference').fill('粤考备〔2026〕12号')
        await page.locator('#filed-on').fill('2026-04-24')
        await page.locator('#filed-on').press('Enter')
        await page.getByRole('button', { name: '登记已报备' }).click()
        await page.getByText('已登记报备').filter({ visible: true }).first().waitFor()
        await as(address, 'kaoshi')
        await enterRest(page, address)
        await page.goto(`${address}/work/desk/${month}/after`)
        await page.getByRole('button', { name: '确认计划' }).click()
        await page.getByRole('dialog').getByRole('button', { name: '确认计划' }).click()
        await page.getByText('计划已确认').filter({ visible: true }).first().waitFor()
        await as(address, 'jigou')
        await page.goto(`${address}/work/admission`)
        await page.getByRole('button', { name: '打印准考通知' }).first().click()
        await page.waitForURL('**/work/documents/WS-*')
        await page.getByText('准考通知').filter({ visible: true }).first().waitFor()
        await page.screenshot({ path: `${out}/feedback-admission.png`, fullPage: true })
        await refuseOnPhone(browser, address, people.kaodian, '考场再次停用')
        await as(address, 'kaoshi')
        await verifyFirst(page, address)
        await as(address, 'shiju')
        await page.goto(`${address}/work/endings`)
        await page.getByRole('button', { name: /^为什么/ }).first().click()
        await page.getByRole('dialog').getByText('年度累计达到次数').filter({ visible: true }).first().waitFor()
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: '拟定终止' }).click()
        const dialog = page.locator('dialog[open]').last()
        await dialog.locator('#confirm-date').fill('2026-05-31')
        await dialog.locator('#confirm-date').press('Tab')
        await dialog.locator('textarea').fill('年度累计2次未提供考场')
        await dialog.getByRole('button', { name: '拟定终止' }).click()
        await page.getByText('须由另一人决定').waitFor()
        must((await page.getByRole('button', { name: '决定终止' }).count()) === 0, 'the first person may decide')
      })
    })
  },

  '考生凭批次查询时间地点，提出异议并凭回执查询': async ({ page, address, published }) => {
    const { items } = await read(page, address, `/api/plans/${published}/batches?state=placed&size=1`)
    await page.goto(`${address}/admission?month=${published}&code=${items[0].id}`)
    await page.getByText('携带物品').waitFor()
    await page.goto(`${address}/objection?month=${published}&batch=${items[0].id}`)
    await page.locator('#o-text').fill('当日另有全国统一考试')
    await page.getByRole('button', { name: '提交异议' }).click()
    const receipt = await page.locator('.receipt').innerText()
    await page.locator('#o-receipt').fill(receipt.replace(/[^0-9A-Z]/g, '').slice(0, 12))
    await page.getByRole('button', { name: '查询答复' }).click()
    await page.getByText('待答复').waitFor()
  },
}
