// SPDX-License-Identifier: Apache-2.0
// Examiners: assigned by the exam organisation, never where they have an interest; they see their sessions on the phone. And the paper of
// an examination in another city, drawn up by one person and signed by another.
import { enter, must, signOut } from '../steps.mjs'

const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** The number of an institution by its name. */
const institutionOf = async (page, address, name) => (await (await page.request.get(`${address}/api/registry/institutions?q=${encodeURIComponent(name)}&size=50`)).json()).items.find((one) => one.name === name).id

export default {
  '考评员在手机上声明利害关系；考试机构安排时选不到有利害关系的人，安排后考评员在日历中看到': async ({ page, address, people, published, out }) => {
    await enter(page, address, people.kaoshi)
    const board = await (await page.request.get(`${address}/api/plans/${published}/assignments`)).json()
    must(board.items.length > 0 && board.examiners.length === 2, `no sessions or examiners: ${board.items.length}, ${board.examiners.length}`)
    const session = board.items[0]
    const institution = session.institutions[0]

    await signOut(page.context())
    await page.setViewportSize({ width: 360, height: 740 })
    await enter(page, address, people.kaoping)
    await page.goto(`${address}/work/timetable?month=${published}`)
    await page.getByText('本月没有安排本人考评的场次').waitFor()
    const box = page.getByRole('region', { name: '利害关系' })
    await box.getByLabel('培训机构').selectOption({ label: institution })
    await box.getByLabel('关系').fill('在该机构兼职授课')
    await box.getByRole('button', { name: '声明利害关系' }).click()
    await page.getByText('利害关系已声明').first().waitFor()
    await box.getByText(institution).last().waitFor()
    must((await wide(page)) <= 1, 'the timetable of an examiner scrolls sideways on a phone')
    await page.screenshot({ path: `${out}/examiner-phone.png`, fullPage: true })

    await signOut(page.context())
    await page.setViewportSize({ width: 1366, height: 768 })
    await enter(page, address, people.kaoshi)
    await page.goto(`${address}/work/examiners?month=${published}&day=${session.date}`)
    const line = page.locator('.sessions > li').first()
    await line.locator('select').waitFor()
    const offered = await line.locator('select option').allInnerTexts()
    must(offered.some((one) => one.includes('监考人员')) && !offered.some((one) => one.includes('演示·考评员')), `offered: ${offered}`)
    const refused = await page.request.post(`${address}/api/assignments`, { headers: { 'x-ankao': '1' }, data: { month: published, session: session.id, account: 'kaoping' } })
    must(refused.status() === 409, `an interest was no obstacle: ${refused.status()}`)
    await line.locator('select').selectOption('jiankao')
    await line.getByRole('button', { name: '安排', exact: true }).click()
    await page.getByText('已安排 演示·监考人员').first().waitFor()
    await page.screenshot({ path: `${out}/examiners.png`, fullPage: true })

    await signOut(page.context())
    await enter(page, address, people.jiankao)
    const own = await (await page.request.get(`${address}/api/timetable?month=${published}`)).json()
    must(own.sessions.length === 1 && own.sessions[0].id === session.id, `the examiner sees ${own.sessions.length} sessions`)
    must((await page.request.get(`${address}/api/plans/${published}/assignments`)).status() === 403, 'an examiner reads the board')
    await page.goto(`${address}/work/notices`)
    await page.getByText(`考评（监考）安排：${session.date}`).first().waitFor()
    await page.screenshot({ path: `${out}/examiner-notice.png` })

    // An interest of which the desk learns afterwards: it is told what to assign again.
    await signOut(page.context())
    await enter(page, address, people.kaoshi)
    const later = await page.request.post(`${address}/api/interests`, { headers: { 'x-ankao': '1' }, data: { account: 'jiankao', institution: await institutionOf(page, address, institution), text: '配偶在该机构任职' } })
    must(later.ok(), `the interest: ${later.status()} ${await later.text()}`)
    await page.goto(`${address}/work/notices`)
    await page.getByText('涉及1场已有安排').first().waitFor()
  },

  '考试机构登记跨地市安排并拟制安排书，市局第二人签发，凭短码核验': async ({ page, address, people, collecting, out }) => {
    await enter(page, address, people.kaoshi)
    const bookings = (await (await page.request.get(`${address}/api/bookings?month=${collecting}&subject=OP07&size=50`)).json()).items
    must(bookings.length > 0, 'the demo has nobody for OP07')
    const made = await (await page.request.post(`${address}/api/arrangements`, { headers: { 'x-ankao': '1' }, data: { kind: 'cross_city', booking: bookings[0].id, party: '深圳市考试机构', authority: '440300', evidence: '穗考函〔2026〕3号', reason: '本市设备检修', held_from: '2026-06-22', held_until: '2026-06-23' } })).json()
    must(made.live, `not recorded: ${JSON.stringify(made)}`)
    await page.goto(`${address}/work/arrangements`)
    await page.getByRole('link', { name: `制发安排书 ${made.id}` }).click()
    await page.locator('.pages img').first().waitFor()
    await page.screenshot({ path: `${out}/cross-city.png`, fullPage: true })
    await page.getByRole('button', { name: '拟制，待他人签发', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '拟制，待他人签发', exact: true }).click()
    await page.waitForURL('**/work/documents/WS-*')
    const draft = page.url()
    await signOut(page.context())
    await enter(page, address, people.shiju)
    await page.goto(draft)
    await page.getByRole('button', { name: '签发', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '签发', exact: true }).click()
    await page.getByText('文书已签发').first().waitFor()
    const id = draft.split('/').pop()
    const { document } = await (await page.request.get(`${address}/api/documents/${id}`)).json()
    must(document.number === '穗安考跨〔2026〕1号', `the number is ${document.number}`)
    await signOut(page.context())
    await page.goto(`${address}/d/${document.code.replaceAll('-', '')}`)
    await page.getByText('本文书由平台签发，现行有效').waitFor()
  },
}
