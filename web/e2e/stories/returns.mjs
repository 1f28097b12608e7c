// SPDX-License-Identifier: Apache-2.0
// The monthly return of November 2023 in a city of its own: computed from a visit, a self-inspection and decisions, opened to its records,
// corrected with a reason, filed in time, changed by a late record, reopened, and summed for the city.
import { signedVisit, startCampaign, targetsOf } from '../inspecting.mjs'
import { ownCity } from '../own.mjs'
import { enter, must, signOut } from '../steps.mjs'

const headers = { 'x-ankao': '1' }

async function decide(page, address, people, context, body) {
  await enter(page, address, people.quju)
  const made = await page.request.post(`${address}/api/decisions`, { headers, data: body })
  must(made.ok(), `the proposal: ${made.status()} ${await made.text()}`)
  const { decision } = await made.json()
  await signOut(context)
  await enter(page, address, people.shiju)
  const signed = await page.request.post(`${address}/api/decisions/${decision.id}/sign`, { headers, data: { accept: true } })
  must(signed.ok(), `the signature: ${signed.status()} ${await signed.text()}`)
  await signOut(context)
}

const row = (page, id) => page.locator('tr', { hasText: id }).first()

export default {
  '统计表由记录算出，打开依据，更正有理由，按时报送，事后记录显示变动，退回再报': async ({ page, context, out, ...world }) => {
    await ownCity(world, '2024-01', '2023-11-25 09:00:00', async ({ people, at }) => {
      await at('2023-11-25 09:10:00', async (address) => {
        await enter(page, address, people.shiju)
        const campaign = await startCampaign(page, address, 2023)
        await signOut(context)
        await enter(page, address, people.quju)
        const [first, second] = await targetsOf(page, address, campaign, 'institution')
        const visit = await signedVisit(page, address, { campaign, phase: 'enforcement', target: first, planned: '2023-11-25', fault: 'A1-13' })
        const subject = first.id
        await decide(page, address, people, context, { subject, ground: 'C-3a', kind: 'correct', facts: '教学场所无安全标志', due: '2023-12-10', problems: visit.problems, visits: [visit.id] })
        await decide(page, address, people, context, { subject, ground: 'C-3a', kind: 'fine', facts: '教学场所无安全标志', amount: '5000.50', basis: '《安全生产培训管理办法》第三十五条' })

        await enter(page, address, people.quju)
        await page.goto(`${address}/work/returns`)
        await page.getByRole('link', { name: /2023-11 待报送/ }).click()
        await row(page, 'A5-05').getByRole('link', { name: 'A5-05 本月数据 1' }).click()
        await page.getByRole('link', { name: visit.id }).waitFor()
        await page.goBack()
        await row(page, 'A5-08').getByRole('link', { name: 'A5-08 本月数据 5000.50' }).waitFor()
        await row(page, 'A5-05').getByRole('button', { name: '更正 A5-05 本月数据' }).click()
        await page.locator('#figure').fill('3')
        await page.locator('#confirm-reason').fill('两家以纸质检查表检查，尚未录入')
        await page.getByRole('dialog').getByRole('button', { name: '更正', exact: true }).click()
        await row(page, 'A5-05').getByText('计算值 1').first().waitFor()
        await page.locator('#filler').fill('何队长')
        await page.locator('#telephone').fill('020-83190432')
        await page.screenshot({ path: `${out}/return-district.png`, fullPage: true })
        await page.getByRole('button', { name: '报送', exact: true }).click()
        await page.getByText('统计表已报送').first().waitFor()
        const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '附件5 PDF' }).click()])
        must(/进展情况统计表-2023-11/.test(file.suggestedFilename()), file.suggestedFilename())
        await file.saveAs(`${out}/annex5.pdf`)

        await signedVisit(page, address, { campaign, phase: 'enforcement', target: second, planned: '2023-11-25' })
        await page.reload()
        await row(page, 'A5-05').getByText('报送后 +1').first().waitFor()
        await signOut(context)

        await enter(page, address, people.shiju)
        await page.goto(`${address}/work/returns/2023-11-city`)
        await page.getByText('1 / 11 个区已报送').waitFor()
        await page.screenshot({ path: `${out}/return-city.png`, fullPage: true })
        await page.getByRole('link', { name: '白云区' }).last().click()
        await page.locator('summary', { hasText: '退回统计表' }).click()
        await page.locator('#reason').fill('请补报新增的一家')
        await page.getByRole('button', { name: '退回', exact: true }).click()
        await page.getByText('已退回').first().waitFor()
        await signOut(context)
      })
    })
  },
}
