// SPDX-License-Identifier: Apache-2.0
// The conditions of a place: a site declares on the phone and is told what lies below the form, its district confirms, an inspector's visit
// shows the figure pre-filled and marks what contradicts.
import { answerOf, enter, must, signOut } from '../steps.mjs'
import { campaign, item, phone, planned, visitOf } from '../visits.mjs'

const condition = (page, id) => page.locator(`[data-condition="${id}"]`)
const fact = (page, id, name) => item(page, id).locator(`[data-fact="${name}"]`)

export default {
  '考试点在手机上申报，区局核实，检查时自动带出并标出矛盾': async ({ page, context, address, people, out }) => {
    await page.setViewportSize(phone)
    await enter(page, address, people.kaodian)
    const { scope_id: site } = await (await page.request.get(`${address}/api/session`)).json()
    await page.goto(`${address}/work/conditions/${site}/edit`)
    await condition(page, 'computers').locator('input').fill('28')
    await condition(page, 'computers').getByText('低于要求').waitFor()
    await condition(page, 'office_area').locator('input').fill('46.50')
    await page.getByRole('button', { name: '增加人员' }).click()
    await page.getByRole('dialog').getByLabel('姓名').fill('钱维护')
    await page.getByRole('dialog').getByLabel('岗位').selectOption('maintainer')
    await page.getByRole('button', { name: '保存到名册' }).click()
    await page.getByText('钱维护').first().waitFor()
    await page.screenshot({ path: `${out}/condition-edit-phone.png`, fullPage: true })
    const said = await answerOf(page, `/api/conditions/${site}`, () => page.getByRole('button', { name: '申报', exact: true }).click())
    must(said.status === 200 && said.body.waiting, JSON.stringify(said.body).slice(0, 400))
    await page.getByText('条件已申报').first().waitFor()
    await page.locator('[data-waiting]').waitFor()
    must((await page.getByRole('button', { name: '核实', exact: true }).count()) === 0, 'whoever declares does not confirm')

    await signOut(context)
    await page.setViewportSize({ width: 1366, height: 768 })
    await enter(page, address, people.quju)
    await page.goto(`${address}/work/conditions?state=declared&size=200`)
    await page.locator(`a[href$="/work/conditions/${site}"]`).first().click()
    await page.locator('[data-waiting]').getByRole('button', { name: '核实' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '核实' }).click()
    await page.getByText('条件已核实').first().waitFor()
    await page.locator('[data-waiting]').waitFor({ state: 'detached' })
    must((await condition(page, 'computers').innerText()).includes('28'), 'the confirmed figure stands')
    await page.screenshot({ path: `${out}/condition-page.png`, fullPage: true })

    await signOut(context)
    await enter(page, address, people.shiju)
    await campaign(page, address)
    await signOut(context)
    await enter(page, address, people.quju)
    const targets = await (await page.request.get(`${address}/api/campaigns/SI-2026/targets?checklist=theory_site&size=200`)).json()
    const target = targets.items.find((one) => one.mine && one.name === said.body.name)
    const visit = await planned(page, address, target)
    await page.setViewportSize(phone)
    await page.goto(`${address}/work/visits/${visit}`)
    const computers = fact(page, 'A23-3-4', 'computers')
    await computers.getByText('已核实 28').waitFor()
    must((await computers.locator('input').inputValue()) === '28', 'the figure is pre-filled')
    await item(page, 'A23-3-4').getByRole('button', { name: '全部符合' }).click()
    await computers.getByText('低于要求，却判为符合').waitFor()
    await computers.locator('input').fill('31')
    await computers.getByText('与名录记载不符').waitFor()
    await computers.scrollIntoViewIfNeeded()
    await page.screenshot({ path: `${out}/condition-visit.png` })
    await item(page, 'A23-3-4').getByRole('button', { name: '保存本项' }).click()
    await item(page, 'A23-3-4').getByText('已保存').waitFor()
    const seen = (await visitOf(page, address, visit)).facts.find((one) => one.item === 'A23-3-4' && one.name === 'computers')
    must(seen.known === 28 && seen.source === 'confirmed' && seen.contradicts, JSON.stringify(seen))
  },
}
