// SPDX-License-Identifier: Apache-2.0
// A district officer's way to the city's signed summary: drafted from records, the missing chapters written, signed by a second person and
// sent, received by the city; the city's own drafted from it, signed by a second person, its letter opened.
import { signedVisit, startCampaign, targetsOf } from '../inspecting.mjs'
import { ownCity } from '../own.mjs'
import { enter, must, refusal, signOut } from '../steps.mjs'
import { draftFromRecords, letterOf, openSummary, summaryStep, turnTo, writeAll, writeChapter, written } from '../summarising.mjs'

export default {
  '区局由记录起草总结报告，补写各章，另一人签发报送，市局签收并形成全市总结，另一人签发': async ({ page, context, out, ...world }) => {
    await ownCity(world, '2024-01', '2023-11-25 09:00:00', async ({ people, at }) => {
      let campaign = ''
      let visit = {}
      await at('2023-11-25 09:10:00', async (address) => {
        await enter(page, address, people.shiju)
        campaign = await startCampaign(page, address, 2023)
        await signOut(context)
        await enter(page, address, people.quju)
        const [first] = await targetsOf(page, address, campaign, 'institution')
        visit = await signedVisit(page, address, { campaign, phase: 'enforcement', target: first, planned: '2023-11-25', fault: 'A1-13' })
        await signOut(context)
      })
      await at('2024-01-25 09:10:00', async (address) => {
        await enter(page, address, people.quju)
        const id = `${campaign}-440111`
        await page.goto(`${address}/work/summaries`)
        await page.getByRole('link', { name: '本区总结报告' }).click()
        await draftFromRecords(page)
        await page.locator('#chapter-text').waitFor()
        must((await page.locator('#chapter-text').inputValue()).includes('属地执法检查1次'), 'the draft does not tell of the visit')
        await page.getByRole('link', { name: '检查发现问题 1', exact: true }).click()
        await page.getByText(visit.problems[0]).first().waitFor()
        await page.goBack()
        await page.locator('header').getByRole('button', { name: '提请签发', exact: true }).click()
        await page.getByRole('dialog').getByRole('button', { name: '提请签发', exact: true }).click()
        await refusal(page, '还有 4 章空白')
        await page.getByText('“工作经验提炼 / lessons”尚未填写').waitFor()
        await page.keyboard.press('Escape')
        await writeAll(page)
        await turnTo(page, '存在的主要问题')
        await page.screenshot({ path: `${out}/summary-district.png`, fullPage: true })
        await writeChapter(page, '工作经验提炼', `${written.lessons}\n异地互查、换位监督。`)
        await page.getByRole('link', { name: '共 2 版' }).click()
        await page.locator('.diff .added', { hasText: '异地互查' }).waitFor()
        await page.screenshot({ path: `${out}/summary-versions.png`, fullPage: true })
        await openSummary(page, address, id)
        await summaryStep(page, '提请签发', '已提请签发', { number: '云应急函〔2024〕12号' })
        await page.getByText('由您提请，须由本局另一人签发').waitFor()
        await signOut(context)

        await enter(page, address, people.quling)
        await openSummary(page, address, id)
        await summaryStep(page, '签发并报送', '总结报告已签发')
        await page.getByText('第 1 版').first().waitFor()
        await signOut(context)

        await enter(page, address, people.shiju)
        await page.goto(`${address}/work/summaries?campaign=${campaign}`)
        await page.getByText('待签收 1 个').waitFor()
        await page.getByRole('link', { name: '白云区' }).click()
        await summaryStep(page, '签收', '总结报告已签收')
        const city = `${campaign}-city`
        await openSummary(page, address, city)
        await draftFromRecords(page)
        await turnTo(page, '工作经验提炼')
        await page.getByText('各区此章的内容').click()
        await page.getByRole('heading', { name: '白云区' }).waitFor()
        await writeAll(page)
        await page.screenshot({ path: `${out}/summary-city.png`, fullPage: true })
        await summaryStep(page, '提请签发', '已提请签发', { reason: '其余各区另行汇总' })
        await signOut(context)

        await enter(page, address, people.shiling)
        await openSummary(page, address, city)
        await summaryStep(page, '签发', '总结报告已签发')
        const letter = await letterOf(page, `${out}/summary-city.docx`)
        must(/专项检查总结报告-2023-.*第1版/.test(letter.name), letter.name)
        for (const words of ['关于2023年全市安全生产培训考核专项检查工作情况的函', '一、开展情况', '九、本地创新做法', written.innovations, '特此函告', '广州市应急管理局']) must(letter.text.includes(words), `the letter lacks ${words}`)
        must(letter.parts.some((part) => part.endsWith('plate1.png')), 'the letter has no chart')
        await page.screenshot({ path: `${out}/summary-signed.png`, fullPage: true })
        await signOut(context)
      })
    })
  },
}
