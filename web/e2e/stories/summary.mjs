// SPDX-License-Identifier: Apache-2.0
// A district officer's whole way to the city's signed summary: an inspection on a telephone without network, a decision with a second signature,
// the month's return; the summary drafted from these records, the missing chapters written, signed by a second person and sent, received by
// the city; the city's own drafted from it, signed by a second person, its letter opened.
import { startCampaign, targetsOf } from '../inspecting.mjs'
import { ownCity } from '../own.mjs'
import { enter, must, refusal, signOut } from '../steps.mjs'
import { draftFromRecords, letterOf, openSummary, summaryStep, turnTo, writeAll, writeChapter, written } from '../summarising.mjs'
import { allMet, answerRest, ask, finish, headers, item, opened, phone, planned, signHere, visitOf } from '../visits.mjs'

export const worker = true

/** A theory site, its fire record missing: found, asked, signed and finished with the network cut, and sent when it is back. */
async function inspectedOffline(page, context, address, campaign, target) {
  const id = await planned(page, address, target, undefined, { campaign, planned: '2023-11-25' })
  await answerRest(page, address, id, ['A23-3-1', 'A23-1-2'])
  await page.setViewportSize(phone)
  await opened(page, address, id)
  await context.setOffline(true)
  await item(page, 'A23-3-1').locator('[data-part="1"]').getByText('不符合').click()
  await item(page, 'A23-3-1').locator('[data-part="1"]').getByPlaceholder('理由').fill('未见消防备案')
  await item(page, 'A23-3-1').getByRole('button', { name: '保存本项' }).click()
  await allMet(page, 'A23-1-2')
  await ask(page, 'A23-1-2', '3')
  await signHere(page, 'team-何队长')
  await signHere(page, 'unit', '王主任')
  await page.locator('#opinion').fill('限期补办消防备案')
  await finish(page)
  await page.getByText('项待发送').first().waitFor()
  await context.setOffline(false)
  await page.getByText('重新计算，结果一致').waitFor({ timeout: 45_000 })
  const visit = await visitOf(page, address, id)
  must(visit.visit.state === 'signed' && visit.defects.length === 1, `the visit after the network is back: ${visit.visit.state}, ${visit.defects}`)
  await page.setViewportSize({ width: 1366, height: 768 })
  return { id, problems: visit.defects.map((one) => one.id ?? one) }
}

/** Proposed by one of the district and signed by another. */
async function ordered(page, context, address, people, target, visit) {
  const made = await page.request.post(`${address}/api/decisions`, { headers, data: { subject: target.id.split(':').slice(0, 2).join(':'), ground: 'P-3.2.2', kind: 'correct', facts: '未见消防备案', due: '2023-12-10', problems: visit.problems, visits: [visit.id] } })
  must(made.ok(), `the proposal: ${made.status()} ${await made.text()}`)
  const { decision } = await made.json()
  await signOut(context)
  await enter(page, address, people.quling)
  await page.goto(`${address}/work/decisions/${decision.id}`)
  const signed = await page.request.post(`${address}/api/decisions/${decision.id}/sign`, { headers, data: { accept: true } })
  must(signed.ok(), `the second signature: ${signed.status()} ${await signed.text()}`)
  await signOut(context)
  await enter(page, address, people.quju)
}

async function sendReturn(page, address) {
  await page.goto(`${address}/work/returns`)
  await page.getByRole('link', { name: /2023-11 待报送/ }).click()
  await page.locator('#filler').fill('何队长')
  await page.locator('#telephone').fill('020-83190432')
  await page.getByRole('button', { name: '报送', exact: true }).click()
  await page.getByText('统计表已报送').first().waitFor()
}

export default {
  '区局断网检查、处理决定、统计表，由记录起草总结报告，补写各章，另一人签发报送，市局签收并形成全市总结，另一人签发': async ({ page, context, out, ...world }) => {
    await ownCity(world, '2024-01', '2023-11-25 09:00:00', async ({ people, at }) => {
      let campaign = ''
      let visit = {}
      await at('2023-11-25 09:10:00', async (address) => {
        await enter(page, address, people.shiju)
        campaign = await startCampaign(page, address, 2023)
        await signOut(context)
        await enter(page, address, people.quju)
        const [first] = await targetsOf(page, address, campaign, 'theory_site')
        visit = await inspectedOffline(page, context, address, campaign, first)
        await ordered(page, context, address, people, first, visit)
        await sendReturn(page, address)
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
        await turnTo(page, '监督执法查处情况')
        must((await page.locator('#chapter-text').inputValue()).includes('对考试点执法检查1家，责令整改1家'), 'the draft does not tell of the decision')
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
