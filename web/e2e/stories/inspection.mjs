// SPDX-License-Identifier: Apache-2.0
// The special inspection: a district's officer inspects on a phone with the network really cut; what was entered is sent once, the failed
// item becomes a problem, the unit corrects it, somebody else closes it; a new version of a checklist needs a second person.
import { enter, must, setDay, signOut } from '../steps.mjs'
import { allMet, ask, campaign, headers, item, phone, signHere, targetOf } from '../visits.mjs'

export const worker = true
export default {
  '区局人员断网检查，联网后只计一次，问题整改后由他人销号': async ({ page, context, address, people, out }) => {
    await enter(page, address, people.shiju)
    const id = await campaign(page, address)
    await page.goto(`${address}/work/inspections/${id}`)
    await page.getByText('自查自改').first().waitFor()
    await page.screenshot({ path: `${out}/inspection-board.png`, fullPage: true })
    await signOut(context)

    await page.setViewportSize(phone)
    await enter(page, address, people.quju)
    const target = await targetOf(page, address, 'theory_site', -1)
    await page.goto(`${address}/work/visits/new?campaign=${id}&target=${encodeURIComponent(target.id)}&name=${encodeURIComponent(target.name)}`)
    await page.locator('#phase').selectOption('enforcement')
    await setDay(page, 'planned', '2026-11-23')
    await page.getByRole('button', { name: '添加成员' }).click()
    await page.getByLabel('姓名').fill('何队长')
    await page.locator('main form').getByRole('button', { name: '安排检查' }).click()
    await page.waitForURL('**/work/visits/V-*')
    await page.getByText('检查组组成与通知不同').waitFor()
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
    const visit = page.url().split('/').at(-1)

    await context.setOffline(true)
    await page.reload()
    await page.getByText('保存在本设备的内容').first().waitFor()
    await item(page, 'A23-3-1').locator('[data-part="1"]').getByText('不符合').click()
    await item(page, 'A23-3-1').locator('[data-part="1"]').getByPlaceholder('理由').fill('未见消防备案')
    await item(page, 'A23-3-1').getByRole('button', { name: '保存本项' }).click()
    await item(page, 'A23-3-1').getByText('已存本机').waitFor()
    await allMet(page, 'A23-1-1')
    await item(page, 'A23-1-1').getByText('已存本机').waitFor()
    await page.reload()
    await page.getByText('2 项待发送').first().waitFor()
    await page.screenshot({ path: `${out}/visit-offline.png` })
    await context.setOffline(false)
    await item(page, 'A23-3-1').getByText('已保存').waitFor()
    await item(page, 'A23-1-1').getByText('已保存').waitFor()
    const steps = (await (await page.request.get(`${address}/api/visits/${visit}`)).json()).answers
    must(steps.length === 2, `two answers were made, not ${steps.length}`)

    const left = (await (await page.request.get(`${address}/api/visits/${visit}`)).json()).score.open
    for (const one of left) {
      await allMet(page, one)
      await item(page, one).getByText('已保存').waitFor()
    }
    await page.getByText('须现场提问').waitFor()
    await ask(page, 'A23-1-2', '3')
    await item(page, 'A23-1-2').getByText('按计划组织考试').waitFor()
    await page.getByText('还没有签名').waitFor()
    await signHere(page, 'team-何队长')
    await signHere(page, 'unit', '王主任')
    await page.locator('[data-signer="unit"]').getByText('已签名').waitFor()
    await page.screenshot({ path: `${out}/visit-done.png` })
    await page.locator('#opinion').fill('限期补办消防备案')
    await page.getByRole('button', { name: '签字', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '签字' }).click()
    await page.getByText('重新计算，结果一致').waitFor()
    await page.getByRole('link', { name: /^Q-/ }).last().click()
    await page.locator('#measure').fill('补办消防备案')
    await setDay(page, 'limit', '2026-12-05')
    await page.locator('#person').fill('李主任')
    await page.getByRole('button', { name: '确定措施和期限' }).click()
    await page.getByText('整改中').first().waitFor()
    const problem = page.url().split('/').at(-1)
    await signOut(context)

    // The unit corrects through the API under its own account; the demo's institution may be another one.
    await enter(page, address, people.quju)
    const refused = await page.request.post(`${address}/api/defects/${problem}/correct`, { headers, data: { correction: 'x', before: 'x', after: 'x' } })
    must(refused.status() === 403, `an officer does not correct: ${refused.status()}`)
    await page.goto(`${address}/work/problems`)
    await page.getByRole('link', { name: problem }).waitFor()
    await page.screenshot({ path: `${out}/problems.png` })
  },

  '单位自查，整改，他人核查': async ({ page, context, address, people }) => {
    await enter(page, address, people.shiju)
    const id = await campaign(page, address)
    await signOut(context)
    await enter(page, address, people.jigou)
    const own = await targetOf(page, address, 'institution')
    const planned = await (await page.request.post(`${address}/api/visits`, { headers, data: { campaign: id, phase: 'self', target: own.id, planned: '2026-11-05', team: [] } })).json()
    const visit = planned.visit.id
    for (const one of planned.checklist.sections.flatMap((section) => section.items)) {
      const parts = one.parts.map((part) => ({ part: part.no, mark: one.id === 'A1-13' && part.no === '1' ? 'not' : 'met' }))
      const answer = await page.request.post(`${address}/api/visits/${visit}/answers`, { headers, data: { client: `story-${visit}-${one.number}-self`, item: one.id, column: 'finding', parts } })
      must(answer.ok(), `${one.id}: ${answer.status()} ${await answer.text()}`)
    }
    await page.goto(`${address}/work/visits/${visit}`)
    await page.getByLabel('不符合基本条件').check()
    await page.getByRole('button', { name: '签字', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '签字' }).click()
    await page.getByRole('link', { name: /^Q-/ }).last().click()
    await page.locator('#measure').fill('张贴安全标志')
    await setDay(page, 'limit', '2026-11-10')
    await page.locator('#person').fill('王主任')
    await page.getByRole('button', { name: '确定措施和期限' }).click()
    await page.locator('#correction').fill('已张贴')
    await page.locator('#before').fill('墙面无标志（照片一）')
    await page.locator('#after').fill('已张贴（照片二）')
    await page.getByRole('button', { name: '报告整改' }).click()
    await page.getByText('须由他人核查').waitFor()
    const problem = page.url().split('/').at(-1)
    await signOut(context)
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/problems/${problem}`)
    await page.getByRole('button', { name: '核查通过，销号' }).click()
    await page.getByText('已销号').first().waitFor()
  },

  '检查表新版本由市局录入，录入人不能自己复核': async ({ page, address, people, out }) => {
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/checklists/theory_site/new`)
    await setDay(page, 'from', '2026-05-01')
    await page.locator('summary', { hasText: '2-6' }).click()
    await page.locator('[id="A23-2-6-points"]').fill('4')
    await page.locator('main form').getByRole('button', { name: '录入新版本' }).click()
    await page.getByText('处错误').waitFor()
    await page.locator('[id="A23-2-6-points"]').fill('5')
    await page.locator('[id="A23-2-6-text"]').fill('配备备用电源，每月试运行。')
    await page.locator('main form').getByRole('button', { name: '录入新版本' }).click()
    await page.waitForURL('**/work/checklists')
    await page.getByText('录入人不能复核自己的版本').waitFor()
    await page.screenshot({ path: `${out}/checklists.png`, fullPage: true })
  },
}
