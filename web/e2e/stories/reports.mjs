// SPDX-License-Identifier: Apache-2.0
// The life of an entry: written report by the institution, verified by the city, published, returned with a reason (P-1.2).
import { answerOf, enter, must, refusal, signOut } from '../steps.mjs'

const contact = '演示联系人甲'

/** Opens the form for a change, alters the contacts and sends it. */
async function reportContact(page, address, contacts, reason) {
  await page.goto(`${address}/work/own/report`)
  const field = page.locator('#contacts')
  await page.waitForFunction(() => document.querySelector('#name')?.value)
  await field.fill(contacts)
  await page.locator('#reason').fill(reason)
  const answer = await answerOf(page, '/api/registry/reports', () => page.getByRole('button', { name: '提交报告' }).click())
  must(answer.status < 300, `the report was refused: ${JSON.stringify(answer.body)}`)
  await page.getByText('报告已提交').first().waitFor()
}

/** Opens the newest report of the institution and presses a step of the office. */
async function officeStep(page, address, verb, reason, said) {
  await page.goto(`${address}/work/reports?q=GZ-A01`)
  await page.locator('main table').getByRole('button').filter({ hasText: '广州市技师学院' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
  const dialog = page.getByRole('dialog').filter({ hasText: `${verb}：` })
  await dialog.waitFor()
  const send = dialog.getByRole('button', { name: verb, exact: true })
  if (reason === undefined) {
    must(await send.isDisabled(), 'a return without a reason may be sent')
    return
  }
  await dialog.locator('textarea').fill(reason)
  await send.click()
  await page.getByText(said).first().waitFor()
}

export default {
  '机构报告变更，市局核实、公布后公众看到新内容和时间线': async ({ page, context, address, people }) => {
    await enter(page, address, people.jigou)
    await reportContact(page, address, contact, '联系人更换')
    const before = await (await page.request.get(`${address}/api/registry/institutions/GZ-A01`)).json()
    must(!before.contacts.includes(contact), 'an unverified report already changed the register')
    const refused = await page.request.post(`${address}/api/registry/reports`, { headers: { 'x-ankao': '1' }, data: { kind: 'deregister', institution: 'GZ-A01', reason: '再报一次' } })
    must(refused.status() === 409, `a second report beside an open one answered ${refused.status()}`)

    await signOut(context)
    await enter(page, address, people.shiju)
    await officeStep(page, address, '核实通过', '已电话核对', '报告已核实')
    await officeStep(page, address, '登记公布', '同意变更', '名录已公布')

    await page.goto(`${address}/work/registry/institutions/GZ-A01`)
    await page.getByText(contact).first().waitFor()
    const line = await page.locator('.time').innerText()
    for (const step of ['书面报告', '联系人更换', '核实', '已电话核对', '登记公布', '同意变更']) must(line.includes(step), `the time line does not show ${step}: ${line}`)

    await signOut(context)
    await page.goto(`${address}/institutions/GZ-A01`)
    await page.getByText(contact).first().waitFor()
    must((await page.locator('.time').innerText()).includes('登记公布'), 'the public time line does not show the publication')
    await page.goto(`${address}/institutions/GZ-A01?as_of=2026-04-01`)
    await page.getByText('名录日期').or(page.getByText('2026-04-01')).first().waitFor()
    must(!(await page.locator('main').innerText()).includes(contact), 'the register as of an earlier day shows the new contact')
  },

  '退回报告必须写明理由，机构看到理由，名录不变': async ({ page, context, address, people }) => {
    await enter(page, address, people.jigou)
    await reportContact(page, address, '不会公布的联系人', '测试退回')
    await signOut(context)
    await enter(page, address, people.shiju)
    await officeStep(page, address, '退回')
    await officeStep(page, address, '退回', '联系人身份材料缺失', '报告已退回')
    await signOut(context)
    await enter(page, address, people.jigou)
    await page.goto(`${address}/work/own`)
    await page.getByText('联系人身份材料缺失').first().waitFor()
    const entry = await (await page.request.get(`${address}/api/registry/institutions/GZ-A01`)).text()
    must(!entry.includes('不会公布的联系人'), 'a returned report changed the register')
  },

  '机构不能核实自己的报告，区局也不能': async ({ page, context, address, people }) => {
    await enter(page, address, people.shiju)
    const { items } = await (await page.request.get(`${address}/api/registry/reports`)).json()
    const id = items[0]?.id ?? 'R-000001'
    for (const person of [people.jigou, people.quju, people.kaoshi]) {
      await signOut(context)
      await enter(page, address, person)
      const answer = await page.request.post(`${address}/api/registry/reports/${id}/verify`, { headers: { 'x-ankao': '1' }, data: { accept: true, reason: '越权' } })
      must(answer.status() === 403, `${person.account} verified a report: ${answer.status()}`)
    }
  },

  '报告里的 HTML 和 SQL 原样显示为文字': async ({ page, context, address, people }) => {
    const nasty = `<img src=x onerror="window.stolen=1"><b>粗</b>'; DROP TABLE institutions;--`
    await enter(page, address, people.jigou)
    await reportContact(page, address, '演示联系人乙', nasty)
    await signOut(context)
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/reports?q=${encodeURIComponent("'; DROP TABLE institutions;--")}`)
    await page.locator('h1').waitFor()
    await page.goto(`${address}/work/reports?q=GZ-A01`)
    await page.locator('main table').getByRole('button').filter({ hasText: '广州市技师学院' }).first().click()
    await page.getByRole('dialog').getByText(nasty).first().waitFor()
    must((await page.evaluate(() => window.stolen)) === undefined, 'typed HTML was run')
    must((await page.locator('main img[src="x"], dialog img[src="x"]').count()) === 0, 'typed HTML became an element')
    await page.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click()
    const dialog = page.getByRole('dialog').filter({ hasText: '退回：' })
    await dialog.locator('textarea').fill(nasty)
    await dialog.getByRole('button', { name: '退回', exact: true }).click()
    await page.getByText('报告已退回').first().waitFor()
    await page.goto(`${address}/institutions`)
    await page.getByText('62').first().waitFor()
  },

  '报告缺少姓名或电话时逐项说明，不存入': async ({ page, address, people }) => {
    await enter(page, address, people.jigou)
    await page.goto(`${address}/work/own/report`)
    await page.waitForFunction(() => document.querySelector('#name')?.value)
    await page.locator('#telephones').fill('不是电话号码')
    await page.locator('#credit').fill('123')
    await page.locator('#reason').fill('电话有误')
    const answer = await answerOf(page, '/api/registry/reports', () => page.getByRole('button', { name: '提交报告' }).click())
    must(answer.status === 422, `a report with a wrong telephone answered ${answer.status}`)
    const told = await refusal(page, '不符合要求')
    must(/电话/.test(told) && /信用代码/.test(told), `the refusal does not name both places: ${told}`)
    must((await page.locator('#telephones').inputValue()) === '不是电话号码', 'what was typed is lost after the refusal')
  },
}
