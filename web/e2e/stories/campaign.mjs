// SPDX-License-Identifier: Apache-2.0
// The campaign at the desks: a district files its receipt, a site hands in its self-inspection report, the pairs are drawn by a public
// value, a handover is made and received, the city draws spot checks, a case is published.
import { enter, must, setDay, signOut } from '../steps.mjs'
import { handsOf } from '../visits.mjs'

const headers = { 'x-ankao': '1' }

async function campaign(page, address) {
  const made = await page.request.post(`${address}/api/campaigns`, { headers, data: { year: 2026, title: '2026年专项检查' } })
  must(made.ok() || made.status() === 409, `the campaign: ${made.status()}`)
  return 'SI-2026'
}

export default {
  '区局报送回执，考试点自查，市局抽查': async ({ page, context, address, people, out }) => {
    await enter(page, address, people.shiju)
    const id = await campaign(page, address)
    await signOut(context)

    await enter(page, address, people.quju)
    await page.goto(`${address}/work/inspections/${id}/offices`)
    await page.locator('#leader').fill('李副局长')
    await page.locator('#person').fill('赵科员')
    await page.locator('#department').fill('宣教科')
    await page.locator('#telephone').fill('13812345678')
    await page.locator('#account').fill('zhao')
    await page.getByRole('button', { name: /^(报送|更新)回执$/ }).click()
    await page.getByText('回执已报送').first().waitFor()
    await page.screenshot({ path: `${out}/campaign-offices.png`, fullPage: true })
    await page.goto(`${address}/work/inspections/${id}/cases`)
    await page.getByRole('button', { name: '报送案件' }).first().click()
    await page.locator('#title').fill('某机构伪造签到')
    await page.locator('#facts').fill('检查发现负责人王某某伪造学员签到')
    await page.locator('#persons').fill('王某某')
    await page.locator('main form').getByRole('button', { name: '报送案件' }).click()
    await page.getByText('案件已报送').first().waitFor()
    await signOut(context)

    await enter(page, address, people.kaodian)
    await page.goto(`${address}/work/inspections/${id}/reports`)
    await page.getByRole('link', { name: '填写' }).first().click()
    await page.locator('#founded').fill('2012年6月')
    await page.locator('#head').fill('陈某')
    await page.locator('#staff').fill('18')
    await page.getByRole('button', { name: '添加问题' }).click()
    await page.locator('#text-1').fill('备用电源未定期试运行')
    await setDay(page, 'since-1', '2026-01-05')
    await page.locator('#measure-1').fill('每月试运行并记录')
    await page.locator('#basis-1').fill('理论考试点检查表')
    await page.locator('#result-1').fill('已试运行')
    await setDay(page, 'limit-1', '2026-01-10')
    await page.locator('#person-1').fill('王主任')
    await page.locator('#improvement').fill('每月自查一次')
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('已保存').first().waitFor()
    await page.getByRole('button', { name: '报送', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '报送' }).click()
    await page.getByText('待接收').first().waitFor()
    await page.screenshot({ path: `${out}/campaign-report.png`, fullPage: true })
    const report = await (await page.request.get(`${address}/api/self-reports?campaign=${id}`)).json()
    const pdf = await page.request.get(`${address}/api/self-reports/${report.items[0].id}/form?format=pdf`)
    must(pdf.ok() && (await pdf.body()).subarray(0, 5).toString() === '%PDF-', `Annex 3 on paper: ${pdf.status()}`)
    await signOut(context)

    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/inspections/${id}/spot-checks`)
    await page.locator('#count').fill('2')
    await page.getByRole('button', { name: '抽取并安排检查' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '抽取并安排检查' }).click()
    await page.getByRole('link', { name: /^V-/ }).first().waitFor()
    await page.screenshot({ path: `${out}/campaign-spots.png` })
    await page.goto(`${address}/work/inspections/${id}/cases`)
    await page.getByLabel('公开标题').first().fill('伪造签到')
    await page.getByLabel('公开文字').first().fill('王某某伪造签到')
    await page.getByRole('button', { name: '拟定' }).first().click()
    await page.getByText('公开文字含个人信息').waitFor()
    await page.getByLabel('公开文字').first().fill('某培训机构伪造学员签到，已立案查处')
    await page.getByRole('button', { name: '拟定' }).first().click()
    await page.getByText('须由另一人公开').first().waitFor()
    await page.goto(`${address}/work/inspections/${id}/closing`)
    await page.getByRole('button', { name: '办结' }).click()
    await page.getByRole('dialog').getByText('未完成').waitFor()
    await page.screenshot({ path: `${out}/campaign-closing.png` })
  },

  '区局按附件4互查后移交问题清单和处理建议': async ({ page, context, address, people, out }) => {
    await enter(page, address, people.shiju)
    const made = await page.request.post(`${address}/api/campaigns`, { headers, data: { year: 2023, title: '2023年专项检查' } })
    must(made.ok() || made.status() === 409, `the campaign of 2023: ${made.status()}`)
    await signOut(context)
    await enter(page, address, people.quju)
    const pair = (await (await page.request.get(`${address}/api/handovers?campaign=SI-2023`)).json()).items.find((one) => one.may_make)
    must(pair, 'the district inspects another by Annex 4')
    const targets = (await (await page.request.get(`${address}/api/campaigns/SI-2023/targets?district=${pair.of}&checklist=institution`)).json()).items
    const planned = await (await page.request.post(`${address}/api/visits`, { headers, data: { campaign: 'SI-2023', phase: 'enforcement', target: targets[0].id, planned: '2023-11-24', team: [] } })).json()
    const visit = planned.visit.id
    for (const one of planned.checklist.sections.flatMap((section) => section.items)) {
      const parts = one.parts.map((part) => ({ part: part.no, mark: one.id === 'A1-13' && part.no === '1' ? 'not' : 'met' }))
      const answer = await page.request.post(`${address}/api/visits/${visit}/answers`, { headers, data: { client: `cross-${visit}-${one.number}-item`, item: one.id, column: 'finding', parts } })
      must(answer.ok(), `${one.id}: ${answer.status()} ${await answer.text()}`)
    }
    await handsOf(page, address, visit)
    const signed = await page.request.post(`${address}/api/visits/${visit}/sign`, { headers, data: { conclusion: 'not_met', opinion: '限期整改' } })
    must(signed.ok(), `signed: ${signed.status()} ${await signed.text()}`)
    await page.goto(`${address}/work/inspections/SI-2023/handovers`)
    await page.locator(`#proposals-${pair.of}`).fill('责令限期整改，逾期提请市局处理')
    await page.screenshot({ path: `${out}/campaign-handover.png`, fullPage: true })
    await page.locator('section', { hasText: pair.of_name }).getByRole('button', { name: '移交', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '移交', exact: true }).click()
    await page.getByText('资料已移交').first().waitFor()
    await page.getByText('待签收').first().waitFor()
  },
}
