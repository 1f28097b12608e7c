// SPDX-License-Identifier: Apache-2.0
// From a problem to a decision: the district proposes, the city signs, the site is suspended by itself; taken back, it stands again.
import { signedVisit, startCampaign, targetsOf } from '../inspecting.mjs'
import { enter, must, setDay, signOut } from '../steps.mjs'

const headers = { 'x-ankao': '1' }

export default {
  '区局由问题提请暂停考试点，本人不能签发，市局签发后名录即暂停，撤销后恢复': async ({ page, context, address, people, out }) => {
    await enter(page, address, people.shiju)
    const campaign = await startCampaign(page, address, 2026)
    await signOut(context)
    await enter(page, address, people.quju)
    const target = (await targetsOf(page, address, campaign, 'theory_site')).at(-1)
    const visit = await signedVisit(page, address, { campaign, phase: 'enforcement', target, planned: '2026-11-22', fault: 'A23-3-1' })
    await page.goto(`${address}/work/problems/${visit.problems[0]}`)
    await page.getByRole('link', { name: '提请处理决定' }).click()
    await page.locator('#ground').selectOption('P-3.2.2')
    await page.getByText('未认真履行职责，考场存在安全隐患').first().waitFor()
    await page.locator('input[name=kind][value=suspension]').check()
    await page.getByText('由市应急管理局签发').waitFor()
    await setDay(page, 'from', '2026-04-10')
    await setDay(page, 'to', '2026-06-30')
    await page.getByRole('button', { name: '提请', exact: true }).click()
    await page.getByText('应止于 2026-07-09 至 2026-10-09').waitFor()
    await page.getByRole('button', { name: '3个月' }).click()
    await page.screenshot({ path: `${out}/decision-new.png`, fullPage: true })
    await page.getByRole('button', { name: '提请', exact: true }).click()
    await page.waitForURL('**/work/decisions/D-*')
    await page.getByText('由您提请，须由他人签发').waitFor()
    const id = page.url().split('/').at(-1)
    const own = await page.request.post(`${address}/api/decisions/${id}/sign`, { headers, data: { accept: true } })
    must(own.status() === 403, `the proposer signed: ${own.status()}`)
    await signOut(context)

    await enter(page, address, people.shiju)
    const site = (await (await page.request.get(`${address}/api/decisions/${id}`)).json()).decision.subject.split(':')[1]
    const suspended = async () => (await (await page.request.get(`${address}/api/registry/sites/${site}`)).json()).suspended
    must(!(await suspended()), 'a proposal suspended the site')
    await page.goto(`${address}/work/decisions`)
    await page.getByRole('link', { name: '签发', exact: true }).first().click()
    await page.getByRole('button', { name: '签发', exact: true }).click()
    await page.getByText('已生效').first().waitFor()
    await page.getByText(/已登记暂停 SP-/).waitFor()
    must(await suspended(), 'the signed decision did not suspend the site')
    await page.getByRole('button', { name: /^为什么/ }).click()
    await page.getByText('3 至 6 个月').waitFor()
    await page.screenshot({ path: `${out}/decision-why.png` })
    await page.keyboard.press('Escape')
    await page.locator('summary', { hasText: '撤销决定' }).click()
    await page.locator('#back').fill('复核认定事实不成立')
    await page.getByRole('button', { name: '撤销决定' }).click()
    await page.getByText('已撤销').first().waitFor()
    must(!(await suspended()), 'the annulled decision still suspends')
  },
}
