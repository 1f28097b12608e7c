// SPDX-License-Identifier: Apache-2.0
// What the stories of visits do again and again: a campaign, a visit, questions and signatures by hand.
import { must } from './steps.mjs'

export const headers = { 'x-ankao': '1' }
export const phone = { width: 390, height: 780 }
export const item = (page, id) => page.locator(`[data-item="${id}"]`)

/** The campaign of 2026, started by whoever is signed in if nobody has. */
export async function campaign(page, address) {
  const made = await page.request.post(`${address}/api/campaigns`, { headers, data: { year: 2026, title: '2026年专项检查' } })
  must(made.ok() || made.status() === 409, `the campaign: ${made.status()}`)
  return 'SI-2026'
}

/** A unit that the officer may inspect; `at`: the how manieth, -1 the last, so that stories do not meet at one. */
export async function targetOf(page, address, checklist, at = 0) {
  const found = await (await page.request.get(`${address}/api/campaigns/SI-2026/targets?checklist=${checklist}&size=200`)).json()
  return found.items.filter((one) => one.mine).at(at)
}

export async function planned(page, address, target, team = [{ role: 'leader', name: '何队长' }], more = {}) {
  const made = await page.request.post(`${address}/api/visits`, { headers, data: { campaign: 'SI-2026', phase: 'enforcement', target: target.id, planned: '2026-11-23', team, ...more } })
  must(made.ok(), `the visit: ${made.status()} ${await made.text()}`)
  return (await made.json()).visit.id
}

export const visitOf = async (page, address, id) => (await page.request.get(`${address}/api/visits/${id}`)).json()

/** Opens the page and waits until it works without network. */
export async function opened(page, address, id) {
  await page.goto(`${address}/work/visits/${id}`)
  await page.locator('[data-item]').first().waitFor()
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

export async function allMet(page, id) {
  await item(page, id).getByRole('button', { name: '全部符合' }).click()
  await item(page, id).getByRole('button', { name: '保存本项' }).click()
}

/** Everything but `but` in order, through the API: quicker where answering is not what the story is about. */
export async function answerRest(page, address, id, but = [], wanted = '') {
  const visit = await visitOf(page, address, id)
  const column = wanted || visit.checklist.columns[0]
  const answered = new Set(visit.answers.map((one) => one.item))
  for (const one of visit.checklist.sections.flatMap((section) => section.items)) {
    if (answered.has(one.id) || but.includes(one.id)) continue
    const made = await page.request.post(`${address}/api/visits/${id}/answers`, { headers, data: { client: `rest-${id}-${one.number}`, item: one.id, column, parts: one.parts.map((part) => ({ part: part.no, mark: 'met' })) } })
    must(made.ok(), `${one.id}: ${made.status()} ${await made.text()}`)
  }
}

export async function ask(page, id, part) {
  const box = item(page, id).locator(`[data-ask="${part}"]`)
  await box.getByRole('button', { name: '记录提问' }).click()
  await box.getByLabel('所提问题').fill('考试点的职责是什么？')
  await box.getByLabel('回答人').fill('王主任')
  await box.getByLabel('职务').fill('负责人')
  await box.getByLabel('回答内容').fill('按计划组织考试，保存档案')
  await box.getByRole('button', { name: '保存提问' }).click()
}

/** A name with the mouse: three strokes. */
export async function draw(page, signer) {
  const canvas = signer.locator('canvas')
  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  const at = (x, y) => [box.x + (box.width * x) / 100, box.y + (box.height * y) / 100]
  for (const [from, over, to] of [[[15, 30], [35, 25], [25, 75]], [[45, 20], [60, 50], [48, 80]], [[70, 25], [88, 40], [72, 78]]]) {
    await page.mouse.move(...at(...from))
    await page.mouse.down()
    await page.mouse.move(...at(...over), { steps: 4 })
    await page.mouse.move(...at(...to), { steps: 4 })
    await page.mouse.up()
  }
}

/** `key`: "team-何队长" or "unit". */
export async function signHere(page, key, name = '') {
  const signer = page.locator(`[data-signer="${key}"]`)
  await signer.getByRole('button', { name: '签名', exact: true }).click()
  if (name) await signer.locator('#signer-name').fill(name)
  await draw(page, signer)
  await signer.getByRole('button', { name: '保存签名' }).click()
}

export async function finish(page) {
  await page.getByRole('button', { name: '签字', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '签字' }).click()
}

/** A real photo: a small JPEG drawn by the browser. */
export async function photo(page, words) {
  const bytes = await page.evaluate((text) => new Promise((done) => {
    const canvas = document.createElement('canvas')
    canvas.width = 640
    canvas.height = 480
    const brush = canvas.getContext('2d')
    brush.fillStyle = 'rgb(40, 90, 120)'
    brush.fillRect(0, 0, 640, 480)
    brush.fillStyle = 'white'
    brush.font = '40px sans-serif'
    brush.fillText(text, 60, 240)
    canvas.toBlob(async (blob) => done([...new Uint8Array(await blob.arrayBuffer())]), 'image/jpeg', 0.8)
  }), words)
  return Buffer.from(bytes)
}

/** Questions and signatures of everybody, through the API. */
export async function handsOf(page, address, id) {
  const visit = await visitOf(page, address, id)
  const post = async (what, data) => {
    const made = await page.request.post(`${address}/api/visits/${id}/${what}`, { headers, data: { client: `hand-${id}-${what}-${data.name ?? data.item}`.replace(/[^\w-]/g, 'x').replaceAll('_', '-'), ...data } })
    must(made.ok(), `${what}: ${made.status()} ${await made.text()}`)
  }
  for (const one of visit.checklist.sections.flatMap((section) => section.items)) for (const part of one.parts.filter((its) => its.asks)) await post('questions', { item: one.id, part: part.no, question: '职责是什么？', asked: '王主任', answer: '按计划组织', judged: 'met' })
  const ink = '100,100 300,120 500,300|600,100 620,300 700,320'
  for (const member of visit.team) await post('signatures', { client: `hand-${id}-team-${visit.team.indexOf(member)}`, side: 'team', name: member.name, ink })
  await post('signatures', { client: `hand-${id}-unit`, side: 'unit', name: '王主任', post: '主任', ink })
}
