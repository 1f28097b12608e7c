// SPDX-License-Identifier: Apache-2.0
// Bookings: in time, late with a reason, from Excel with faults named by cell, changed and withdrawn (S-4.2).
import { readFileSync } from 'node:fs'

import { changeCells } from '../sheets.mjs'
import { answerOf, choose, enter, must, refusal, setDay, signOut, upload } from '../steps.mjs'

const headers = { 'x-ankao': '1' }

async function fill(page, address, name, opened) {
  await page.goto(`${address}/work/bookings/new`)
  await page.getByText('广州市技师学院').first().waitFor()
  await page.locator('#class').fill(name)
  await choose(page, 'subject', '低压电工作业')
  await page.locator('#candidates').fill('24')
  await setDay(page, 'opened', opened)
  await setDay(page, 'started', opened)
  await setDay(page, 'planned', '2026-05-20')
}
const book = (page) => answerOf(page, '/api/bookings', () => page.getByRole('button', { name: '预约', exact: true }).click())

export default {
  '开班三个工作日内预约，显示按时，改人数后撤回': async ({ page, address, people, out }) => {
    await enter(page, address, people.jigou)
    await fill(page, address, 'E2E-TIMELY', '2026-04-09')
    await page.screenshot({ path: `${out}/booking-new.png`, fullPage: true })
    const made = await book(page)
    must(made.status < 300 && made.body.working_days_late === 0, `the booking in time: ${made.status} ${JSON.stringify(made.body)}`)
    await page.waitForURL('**/work/bookings')
    await page.goto(`${address}/work/bookings?q=E2E-TIMELY`)
    await page.getByRole('button', { name: made.body.id }).click()
    const drawer = page.getByRole('dialog')
    await drawer.locator('#b-candidates').fill('26')
    await drawer.locator('#b-reason').fill('新增两人')
    await page.screenshot({ path: `${out}/booking-drawer.png` })
    await drawer.getByRole('button', { name: '保存' }).click()
    await page.getByText('预约已修改').first().waitFor()
    await page.getByRole('button', { name: made.body.id }).click()
    await drawer.getByRole('button', { name: '撤回预约' }).click()
    const confirm = page.getByRole('dialog').filter({ hasText: `撤回预约 ${made.body.id}` })
    must((await confirm.innerText()).includes('26 人'), 'the dialog does not say how many people are concerned')
    await confirm.locator('textarea').fill('本班改期')
    await page.screenshot({ path: `${out}/booking-withdraw.png` })
    await confirm.getByRole('button', { name: '撤回预约' }).click()
    await page.getByText('预约已撤回').first().waitFor()
    await page.getByRole('row', { name: made.body.id }).getByText('已撤回').waitFor()
  },

  '逾期预约不写理由被拒绝，写明后受理并标明': async ({ page, address, people }) => {
    await enter(page, address, people.jigou)
    await fill(page, address, 'E2E-LATE', '2026-03-23')
    const refused = await book(page)
    must(refused.status === 422, `a late booking without a reason answered ${refused.status}: ${JSON.stringify(refused.body)}`)
    await refusal(page, '逾期')
    must((await page.locator('#class').inputValue()) === 'E2E-LATE', 'what was typed is lost after the refusal')
    await page.locator('#late').fill('系统账户当日才开通')
    const made = await book(page)
    must(made.status < 300 && made.body.working_days_late > 0, `the late booking: ${JSON.stringify(made.body)}`)
    await page.goto(`${address}/work/bookings?q=E2E-LATE`)
    await page.getByRole('row', { name: 'E2E-LATE' }).getByText(/逾期 \d+ 个工作日/).waitFor()
    const twice = await page.request.post(`${address}/api/bookings`, { headers, data: { class_id: 'E2E-LATE', subject: 'OP01', kind: 'regular', own_school: false, class_opened: '2026-04-09', started: '2026-04-09', planned_completed: '2026-05-20', candidates: 5 } })
    must(twice.status() === 409 || twice.status() === 422, `the same class and subject booked twice answered ${twice.status()}`)
  },

  '用 Excel 导入预约：错误按单元格指出，更正后存入': async ({ page, address, people, out }) => {
    await enter(page, address, people.jigou)
    await page.goto(`${address}/work/bookings/import`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载模板' }).click()])
    const template = readFileSync(await download.path())
    const row = { A2: '广州市技师学院', B2: 'E2E-SHEET', C2: '低压电工作业', D2: '正考', E2: '否', F2: '30', G2: '2026-04-09', H2: '2026-04-09', I2: '2026-05-18' }
    await upload(page, 'booking-file', '预约.xlsx', changeCells(template, '考试预约', { ...row, F2: '三十', G2: '2026-02-30' }))
    await page.getByText('需要更正').waitFor()
    const told = await page.locator('table.grid tbody').innerText()
    must(told.includes('人数') && told.includes('三十') && told.includes('开班日期') && told.includes('2026-02-30'), `cells are not named: ${told}`)
    await page.screenshot({ path: `${out}/booking-import.png`, fullPage: true })
    await upload(page, 'booking-file', '预约.xlsx', changeCells(template, '考试预约', row))
    await page.getByText('核对完成').waitFor()
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await page.getByText('预约已导入').first().waitFor()
    await page.goto(`${address}/work/bookings?q=E2E-SHEET`)
    await page.getByRole('row', { name: 'E2E-SHEET' }).waitFor()
  },

  '机构不能替别的机构预约，也不能撤回别人的预约': async ({ page, context, address, people, collecting }) => {
    await enter(page, address, people.kaoshi)
    const { items } = await (await page.request.get(`${address}/api/bookings?month=${collecting}&size=100`)).json()
    const foreign = items.find((item) => item.institution !== 'GZ-A01')
    await signOut(context)
    await enter(page, address, people.jigou)
    const booked = await page.request.post(`${address}/api/bookings`, { headers, data: { institution: foreign.institution, class_id: 'E2E-FOREIGN', subject: 'OP01', kind: 'regular', own_school: false, class_opened: '2026-04-09', started: '2026-04-09', planned_completed: '2026-05-20', candidates: 5 } })
    must(booked.status() === 403, `booking for another institution answered ${booked.status()}`)
    const withdrawn = await page.request.post(`${address}/api/bookings/${foreign.id}/withdraw`, { headers, data: { reason: '越权' } })
    must(withdrawn.status() === 403 || withdrawn.status() === 404, `withdrawing a foreign booking answered ${withdrawn.status()}`)
    await page.goto(`${address}/work/desk`)
    await page.getByRole('heading', { name: '当前账户无权查看此页' }).waitFor()
  },
}
