// SPDX-License-Identifier: Apache-2.0
// A deadline's whole life over the Labour Day week of 2026, in a city of its own: the plan of May is published on Wednesday 29 April, so
// each site has two working days to answer. 1 to 5 May rest, Saturday 9 May is worked.
import { ownCity, until } from '../own.mjs'
import { enter, must } from '../steps.mjs'

const list = (address, box) => `${address}/api/terms?box=${box}&deadline=site_feedback&size=200`
const unread = (address) => `${address}/api/notices/unread`

async function openTerm(page, address, id) {
  await page.goto(`${address}/work/terms/${id}`)
  await page.getByRole('dialog').getByText('提醒和升级').waitFor()
  return page.getByRole('dialog').first()
}

/** The box is asked for when its tab is pressed: what stood there before is not it. */
async function inBox(page, box, words) {
  await page.getByRole('tab', { name: box }).click()
  await page.locator('.boxes li', { hasText: words }).first().waitFor()
}

/** The bureau learns that 6 May rests too and corrects the year. */
async function correctYear(page, address) {
  await page.goto(`${address}/work/holidays/2026/edit`)
  await page.locator('#reason').waitFor()
  await page.locator('h1').waitFor()
  const labour = await page.evaluate(() => [...document.querySelectorAll('input')].findIndex((input) => input.value === '2026-05-05'))
  must(labour >= 0, 'the line of Labour Day is not on the form')
  const last = page.locator('input').nth(labour)
  await last.fill('2026-05-06')
  await last.press('Enter')
  await page.locator('#reason').fill('国务院办公厅补充通知：5月6日放假')
  const save = page.locator('main form').getByRole('button', { name: '保存', exact: true })
  await save.click()
  await page.getByRole('checkbox').last().check() // one day more than the notice: compared and meant
  await save.click()
  await page.getByText('节假日安排已保存').first().waitFor()
}

export default {
  '一个时限在劳动节假期前后的全过程：启动、提醒、到期、逾期认定、上报、改历重算、免除、确认办结': async ({ page, context, ...world }) => {
    await ownCity(world, '2026-05', '2026-04-29 10:00:00', async ({ people, at }) => {
      const as = async (address, who) => (await context.clearCookies(), enter(page, address, people[who]))
      let id = ''
      await at('2026-04-29 15:00:00', async (address) => {
        await as(address, 'kaodian')
        await page.goto(`${address}/work`)
        await page.locator('.boxes li').first().waitFor()
        const text = await page.locator('.boxes').innerText()
        must(/考试点对考试计划反馈/.test(text) && /剩 2 个工作日/.test(text) && /2026-05-06 周三/.test(text), `the work list says ${text}`)
        id = (await (await page.request.get(list(address, 'to_do'))).json()).items[0].id
        const drawer = await openTerm(page, address, id)
        await drawer.getByRole('button', { name: /^为什么/ }).first().click()
        const why = page.getByRole('dialog').last()
        await why.getByText('第 2 天').waitFor()
        const days = (await why.locator('ol').first().innerText()).replaceAll('\n', ' ')
        must(/2026-05-01 周五 放假 劳动节 不计/.test(days), `the count says ${days}`)
      })
      await at('2026-04-30 09:05:00', async (address) => {
        await as(address, 'kaodian')
        await until(page, unread(address), (one) => one.unread === 1, 'no reminder before the last day')
        await page.goto(`${address}/work`)
        await page.getByRole('button', { name: '通知，1 条未读' }).click()
        const drawer = page.getByRole('dialog')
        await drawer.getByText('考试点对考试计划反馈：剩 1 个工作日').click()
        await drawer.getByText('到期日 2026-05-06').waitFor()
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: '通知，0 条未读' }).waitFor()
      })
      await at('2026-05-06 23:00:00', async (address) => {
        await as(address, 'kaodian')
        await page.goto(`${address}/work`)
        await page.locator('.boxes').getByText('今日到期').first().waitFor()
        must((await (await page.request.get(unread(address))).json()).unread === 0, 'reminded over the holiday')
      })
      await at('2026-05-07 09:05:00', async (address) => {
        await as(address, 'kaodian')
        await until(page, unread(address), (one) => one.unread === 2, 'no finding and no reminder after the last day')
        const drawer = await openTerm(page, address, id)
        await drawer.getByText('未在计划公示后2个工作日内反馈').first().waitFor()
        await drawer.getByText('已超期 1 个工作日').first().waitFor()
        await as(address, 'kaoshi')
        await until(page, list(address, 'copied'), (one) => one.items.some((term) => term.id === id && term.overdue), 'not shown to the exam organisation')
        await page.goto(`${address}/work`)
        await inBox(page, '抄送', '已超期 1 个工作日')
        must((await (await page.request.get(unread(address))).json()).unread > 0, 'the exam organisation was not told')
        await as(address, 'shiju')
        await correctYear(page, address)
        await page.goto(`${address}/work/deadlines/calendar?month=2026-05`)
        await page.getByLabel('范围').selectOption('all')
        await page.locator('.cell', { has: page.locator('.count') }).first().waitFor()
        const marks = await page.locator('.month').innerText()
        must(/休/.test(marks) && /班/.test(marks), `the grid says ${marks}`)
        await page.getByRole('button', { name: /2026-05-07 周四/ }).focus()
        await page.keyboard.press('ArrowLeft')
        must(/2026-05-06 周三 放假/.test(await page.evaluate(() => document.activeElement.textContent)), 'the corrected day is not marked as rest')
        await page.keyboard.press('ArrowRight')
        await page.keyboard.press('Enter')
        await page.getByText('考试点对考试计划反馈').first().waitFor()
        const other = (await (await page.request.get(list(address, 'all'))).json()).items.find((term) => term.id !== id && term.state === 'open')
        const waived = await openTerm(page, address, other.id)
        await waived.getByRole('button', { name: '免除' }).click()
        const asked = page.getByRole('dialog').last()
        await asked.locator('textarea, input').first().fill('考场整修，另行安排')
        await asked.getByRole('button', { name: '免除' }).click()
        await page.getByText('期限已免除').first().waitFor()
        await as(address, 'kaodian')
        const mine = await openTerm(page, address, id)
        await mine.getByText('日历更正后撤销').waitFor()
        await mine.getByText('2026-05-07 周四').first().waitFor()
        await mine.getByText('按新日历重算').waitFor()
        await page.goto(`${address}/work/own-sessions`) // the answer itself closes the term
        await page.getByRole('button', { name: '全部确认' }).click()
        await page.getByText('已反馈全部场次').first().waitFor()
        await page.goto(`${address}/work`)
        await inBox(page, '已办', '按期办结')
      })
    })
  },

  '行使监督的人看到全部，手工启动说明如何办结': async ({ page, address, people }) => {
    await enter(page, address, people.shenji)
    await page.goto(`${address}/work`)
    await page.getByRole('tab', { name: /^全部/ }).waitFor()
    must((await page.getByRole('tab').count()) === 1, 'an auditor has nothing to do')
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/deadlines`)
    await page.getByRole('button', { name: '考前一天完成考场准备' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '手工启动' }).click()
    const form = page.getByRole('dialog').last()
    await form.getByText('该事项的业务功能尚未上线').waitFor()
    await form.locator('#t-scope').selectOption({ index: 0 })
    await form.locator('#t-subject').fill('session:2026-05-12/E2E')
    await form.locator('#t-title').fill('5月12日上午场')
    await form.locator('#t-reason').fill('考试日已定')
    await form.getByRole('button', { name: '手工启动' }).click()
    await page.getByText('时限已启动').first().waitFor()
    await page.goto(`${address}/work`)
    await page.getByRole('tab', { name: /^全部/ }).click()
    await page.getByLabel('事项').selectOption({ label: '考前一天完成考场准备 1' })
    await page.waitForFunction(() => document.querySelectorAll('.boxes li').length === 1)
    must((await page.locator('.boxes').innerText()).includes('5月12日上午场'), 'the filter by kind shows others')
  },
}
