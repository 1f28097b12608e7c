// SPDX-License-Identifier: Apache-2.0
// A district's exam organisation (G-09): the city enters it, a special inspection takes it in, its district reports for it and inspects it,
// the board counts it, and whoever may not enter one is refused.
import { signedVisit, startCampaign } from '../inspecting.mjs'
import { answerOf, enter, must, refusal, setDay, signOut } from '../steps.mjs'
import { answerRest, handsOf } from '../visits.mjs'

const name = '白云区安全生产考试中心'
const year = 2028 // a campaign that no other story starts
const headers = { 'x-ankao': '1' }

async function fill(page, words) {
  await page.locator('#name').fill(words)
  await page.locator('#district').selectOption({ label: '白云区' })
  await setDay(page, 'from', '2026-01-05')
  await page.locator('#address').fill('广州市白云区某路1号')
  await page.locator('#contact').fill('李主任')
  await page.locator('#telephone').fill('13812345678')
  return answerOf(page, '/api/registry/organisations', () => page.locator('main form').getByRole('button', { name: '录入', exact: true }).click())
}

export default {
  '市局录入区考试机构，专项检查列为对象，区局填报自查并检查，看板计入覆盖率': async ({ page, context, address, people, out }) => {
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work`)
    await page.getByRole('link', { name: '区考试机构' }).click()
    await page.getByText('没有登记区考试机构').waitFor()
    await page.getByRole('link', { name: '录入考试机构' }).first().click()
    const made = await fill(page, name)
    must(made.status === 200, JSON.stringify(made.body))
    const id = made.body.organisation.id
    await page.getByRole('heading', { name }).waitFor()
    await page.screenshot({ path: `${out}/organisation.png` })
    // A second one of the same district is refused, and the refusal says which stands and what to do.
    await page.goto(`${address}/work/organisations/new`)
    must((await fill(page, '另一考试中心')).status === 409, 'one at a time')
    const said = await refusal(page, '已有考试机构')
    must(said.includes(id) && said.includes('撤销'), said)
    await page.goto(`${address}/work/organisations`)
    await page.getByText('138****5678').waitFor()
    const campaign = await startCampaign(page, address, year)
    await page.goto(`${address}/work/inspections/${campaign}?checklist=exam_organisation`)
    await page.getByText(name).first().waitFor()
    await page.getByText('市考试机构').first().waitFor()
    await signOut(context)

    await enter(page, address, people.quju)
    await page.goto(`${address}/work/inspections/${campaign}/reports?q=${encodeURIComponent(name)}`)
    await page.getByRole('link', { name: '填写' }).first().click()
    await page.locator('#founded').fill('2012年6月')
    await page.locator('#head').fill('李主任')
    await page.locator('#scope').fill('组织辖区安全生产资格考试')
    await page.locator('#staff').fill('6')
    await page.locator('main form input[type=checkbox]').first().check()
    await page.locator('#improvement').fill('每月自查一次')
    await page.getByRole('button', { name: '报送', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '报送' }).click()
    await page.getByText('待接收').first().waitFor()
    await page.screenshot({ path: `${out}/organisation-report.png`, fullPage: true })
    await page.getByRole('button', { name: '确认接收' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认接收' }).click()
    await page.getByText('已接收').first().waitFor()

    await page.goto(`${address}/work/inspections/${campaign}?checklist=exam_organisation`)
    const row = page.locator('tr', { hasText: name })
    await row.getByRole('link', { name: '安排检查' }).click()
    await page.locator('#phase').selectOption('enforcement')
    await setDay(page, 'planned', `${year}-11-22`)
    const planned = await answerOf(page, '/api/visits', () => page.locator('main form').getByRole('button', { name: /安排/ }).last().click())
    must(planned.status === 200, JSON.stringify(planned.body))
    const visit = planned.body.visit.id
    await answerRest(page, address, visit)
    await handsOf(page, address, visit)
    const signed = await page.request.post(`${address}/api/visits/${visit}/sign`, { headers, data: { conclusion: 'met', opinion: '无' } })
    must(signed.ok(), `signing: ${signed.status()} ${await signed.text()}`)
    const board = await (await page.request.get(`${address}/api/campaigns/${campaign}/board`)).json()
    must(board.districts.length === 1 && board.districts[0].inspected === 1 && board.districts[0].self === 1, JSON.stringify(board.districts))
    await page.goto(`${address}/work/inspections/${campaign}/board`, { waitUntil: 'networkidle' })
    const coverage = page.locator('.tile', { hasText: '检查覆盖率' })
    await coverage.waitFor()
    must((await coverage.locator('b').innerText()).replace(/\D/g, '') !== '0', 'the coverage counts it')
    await page.screenshot({ path: `${out}/organisation-board.png`, fullPage: true })

    // A problem of it is assigned and its correction reported by the district, and checked by somebody else: here the city.
    const found = await signedVisit(page, address, { campaign, phase: 'enforcement', target: { id: `exam_organisation:${id}` }, planned: `${year}-11-23`, fault: planned.body.checklist.sections[0].items[0].id })
    await page.goto(`${address}/work/problems/${found.problems[0]}`)
    await page.getByText(name).first().waitFor()
    must((await page.getByRole('link', { name: '提请处理决定' }).count()) === 0, 'no decision is taken on an exam organisation')
    const post = (what, data) => page.request.post(`${address}/api/defects/${found.problems[0]}/${what}`, { headers, data })
    must((await post('assign', { measure: '补齐', person: '李主任', limit: `${year}-12-20` })).ok(), 'assigned')
    must((await post('correct', { correction: '已补齐', before: '缺', after: '齐' })).ok(), 'its district reports the correction')
    must((await post('check', { accept: true })).status() !== 200, 'not by whoever reported it')
    await signOut(context)
    await enter(page, address, people.shiju)
    must((await post('check', { accept: true })).ok(), 'somebody else closes it')

    // Ended: it stays on the register as dissolved; what later stories start does not take it in.
    await page.goto(`${address}/work/organisations/${id}`)
    await page.getByRole('button', { name: '登记撤销' }).click()
    await setDay(page, 'confirm-date', '2026-04-09')
    await page.locator('#confirm-reason').fill('并入市考试机构')
    await page.getByRole('dialog').getByRole('button', { name: '登记撤销' }).click()
    await page.getByText('已撤销').first().waitFor()
    await page.screenshot({ path: `${out}/organisation-ended.png` })
    const again = await page.request.post(`${address}/api/visits`, { headers, data: { campaign, phase: 'spot', target: `exam_organisation:${id}`, planned: `${year}-12-10`, team: [] } })
    must(again.status() !== 200, 'no new visit to what was dissolved')
  },

  '市考试机构的问题由它自己报告整改，市局核查': async ({ page, context, address, people, out }) => {
    await enter(page, address, people.shiju)
    const campaign = await startCampaign(page, address, year)
    const list = await (await page.request.get(`${address}/api/checklists/exam_organisation`)).json()
    const fault = (list.sections ?? list.checklist.sections)[0].items[0].id
    const { problems } = await signedVisit(page, address, { campaign, phase: 'spot', target: { id: 'city:exam_organisation' }, planned: `${year}-12-03`, fault })
    const other = (await (await page.request.get(`${address}/api/defects?size=100`)).json()).items.find((one) => one.name !== '市考试机构')
    must((await page.request.post(`${address}/api/defects/${problems[0]}/assign`, { headers, data: { measure: '补齐制度', person: '李主任', limit: `${year}-12-20` } })).ok(), 'assigned')
    await signOut(context)

    await enter(page, address, people.kaoshi)
    await page.goto(`${address}/work/problems`)
    await page.getByRole('link', { name: problems[0], exact: true }).click()
    await page.getByRole('heading', { name: /市考试机构/ }).waitFor()
    must((await page.getByRole('link', { name: /^V-/ }).count()) === 0, 'no link to a visit that it may not open')
    await page.locator('#correction').fill('已补齐考务管理制度')
    await page.locator('#before').fill('缺两项')
    await page.locator('#after').fill('齐全')
    const told = await answerOf(page, `/api/defects/${problems[0]}/correct`, () => page.getByRole('button', { name: '报告整改', exact: true }).click())
    must(told.status === 200, JSON.stringify(told.body))
    await page.screenshot({ path: `${out}/city-organisation-problem.png`, fullPage: true })
    must(other, 'another unit has a problem')
    must((await page.request.get(`${address}/api/defects/${other.id}`)).status() === 404, 'no other unit\'s problem')
    must((await page.request.post(`${address}/api/defects/${problems[0]}/check`, { headers, data: { accept: true } })).status() === 403, 'it does not check itself')
    await signOut(context)
    await enter(page, address, people.shiju)
    must((await page.request.post(`${address}/api/defects/${problems[0]}/check`, { headers, data: { accept: true } })).ok(), 'the city closes it')
  },

  '区局只能看本区，机构看不到，都不能录入': async ({ page, context, address, people }) => {
    await enter(page, address, people.quju)
    await page.goto(`${address}/work/organisations`)
    await page.getByRole('heading', { name: '区考试机构' }).waitFor()
    must((await page.getByRole('link', { name: '录入考试机构' }).count()) === 0, 'a district does not enter')
    const body = { name: '自录', district: '440111', address: '某路', contact: '某', telephone: '13812345678' }
    const enterOne = () => page.request.post(`${address}/api/registry/organisations`, { headers, data: body })
    must((await enterOne()).status() === 403, 'nor past the screen')
    await page.goto(`${address}/work/organisations/new`)
    await page.getByRole('heading', { name: '当前账户无权查看此页' }).waitFor()
    await signOut(context)
    await enter(page, address, people.jigou)
    must((await enterOne()).status() === 403, 'an institution does not')
    must((await page.request.get(`${address}/api/registry/organisations`)).status() === 403, 'and sees none')
  },
}
