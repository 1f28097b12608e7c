// SPDX-License-Identifier: Apache-2.0
// A problem on the telephone: evidence before and after as files, the check by somebody else; a limit that passed is told by itself; the next
// inspector sees what stands behind the place.
import { ownCity, until } from '../own.mjs'
import { enter, must, signOut } from '../steps.mjs'
import { answerRest, campaign, handsOf, headers, item, phone, photo, planned, visitOf } from '../visits.mjs'

/** The institution of the demo, inspected by the city: two faults, signed by hand, both with a limit. */
async function inspected(page, address, people) {
  await enter(page, address, people.jigou)
  const own = (await (await page.request.get(`${address}/api/session`)).json()).scope_id
  await signOut(page.context())
  await enter(page, address, people.shiju)
  await campaign(page, address)
  const targets = (await (await page.request.get(`${address}/api/campaigns/SI-2026/targets?checklist=institution&size=200`)).json()).items
  const target = targets.find((one) => one.id === `institution:${own}`)
  const id = await planned(page, address, target)
  for (const [number, fault] of [['A1-13', '1'], ['A1-10', '1']]) {
    const asked = (await visitOf(page, address, id)).checklist.sections.flatMap((one) => one.items).find((one) => one.id === number)
    const made = await page.request.post(`${address}/api/visits/${id}/answers`, { headers, data: { client: `fault-${id}-${number}`, item: number, column: 'finding', parts: asked.parts.map((part) => ({ part: part.no, mark: part.no === fault ? 'not' : 'met', reason: part.no === fault ? '现场未见' : null })) } })
    must(made.ok(), await made.text())
  }
  await answerRest(page, address, id)
  await handsOf(page, address, id)
  const signed = await page.request.post(`${address}/api/visits/${id}/sign`, { headers, data: { conclusion: 'not_met', opinion: '限期整改' } })
  must(signed.ok(), await signed.text())
  const defects = (await signed.json()).defects
  for (const one of defects) must((await page.request.post(`${address}/api/defects/${one}/assign`, { headers, data: { measure: '补齐', person: '王主任', limit: '2026-11-25' } })).ok(), `the limit of ${one}`)
  await signOut(page.context())
  return { target, defects }
}

export default {
  '整改前后照片、他人核查；逾期自动上报；下次检查看到既往问题': async (world) => {
    await ownCity(world, '2026-12', '2026-11-23 08:00:00', async ({ people, at }) => {
      const { page, context, out } = world
      let found
      await at('2026-11-23 09:00:00', async (address) => {
        found = await inspected(page, address, people)
        await page.setViewportSize(phone)
        await enter(page, address, people.jigou)
        await page.goto(`${address}/work/problems/${found.defects[0]}`)
        for (const kind of ['before', 'after']) {
          await page.locator(`#file-defect_${kind}-${found.defects[0]}`).setInputFiles({ name: `${kind}.jpg`, mimeType: 'image/jpeg', buffer: await photo(page, kind) })
          await page.getByText(`${kind}.jpg`).first().waitFor()
        }
        await page.locator('#correction').fill('已补齐')
        await page.locator('#before').fill('见照片')
        await page.locator('#after').fill('见照片')
        await page.getByRole('button', { name: '报告整改' }).click()
        await page.getByText('须由他人核查').waitFor()
        await page.screenshot({ path: `${out}/problem-phone.png`, fullPage: true })
        await signOut(context)
        await enter(page, address, people.shiju)
        await page.goto(`${address}/work/problems/${found.defects[0]}`)
        await page.getByText('after.jpg').first().waitFor()
        await page.getByRole('button', { name: '核查通过，销号' }).click()
        await page.getByText('已销号').first().waitFor()
      })
      await at('2026-11-26 09:00:00', async (address) => {
        await enter(page, address, people.shiju)
        await until(page, `${address}/api/defects/${found.defects[1]}`, (body) => body.defect.escalated, 'the overdue problem was not escalated')
        const notices = await (await page.request.get(`${address}/api/notices?size=50`)).json()
        must(JSON.stringify(notices).includes('问题逾期未整改'), 'nobody was told')
        const next = await planned(page, address, found.target, [], { phase: 'spot', planned: '2026-12-01' })
        await page.goto(`${address}/work/visits/${next}`)
        await page.getByText('既往检查 1 次，未销号问题 1 个').waitFor()
        await page.locator('.past').getByText('逾期').waitFor()
        await page.screenshot({ path: `${out}/visit-past.png` })
        await item(page, 'A1-12').locator('[data-fact="telephones"]').getByText('名录记载').waitFor()
        await item(page, 'A1-12').locator('[data-fact="telephones"] input').fill('0')
        await item(page, 'A1-12').locator('[data-part="2"]').getByText('符合', { exact: true }).click()
        await item(page, 'A1-12').getByText('低于要求，却判为符合').waitFor()
      })
    })
  },
}
