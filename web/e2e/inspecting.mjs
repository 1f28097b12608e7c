// SPDX-License-Identifier: Apache-2.0
// A special inspection through the API, for stories that begin where it has been.
import { must } from './steps.mjs'
import { handsOf } from './visits.mjs'

const headers = { 'x-ankao': '1' }

export async function startCampaign(page, address, year) {
  const made = await page.request.post(`${address}/api/campaigns`, { headers, data: { year, title: `${year}年广州市安全生产培训考核专项检查` } })
  must(made.ok() || made.status() === 409, `the campaign: ${made.status()}`)
  return `SI-${year}`
}

/** Targets that the signed-in person may inspect. */
export async function targetsOf(page, address, campaign, checklist) {
  const found = await (await page.request.get(`${address}/api/campaigns/${campaign}/targets?checklist=${checklist}&size=200`)).json()
  return found.items.filter((one) => one.mine)
}

/** Planned, every item met but `fault`, and signed; the visit's number and the problems it raised. */
export async function signedVisit(page, address, { campaign, phase, target, planned, fault }) {
  const plan = await page.request.post(`${address}/api/visits`, { headers, data: { campaign, phase, target: target.id, planned, team: [] } })
  must(plan.ok(), `planning: ${plan.status()} ${await plan.text()}`)
  const { visit, checklist } = await plan.json()
  for (const item of checklist.sections.flatMap((section) => section.items)) {
    const parts = item.parts.map((part) => ({ part: part.no, mark: item.id === fault && part.no === item.parts[0].no ? 'not' : 'met' }))
    const answer = await page.request.post(`${address}/api/visits/${visit.id}/answers`, { headers, data: { client: `${visit.id}-${item.number}-${phase}-item`, item: item.id, column: checklist.columns[0], parts } })
    must(answer.ok(), `${item.id}: ${answer.status()} ${await answer.text()}`)
  }
  if (phase !== 'self') await handsOf(page, address, visit.id)
  const signed = await page.request.post(`${address}/api/visits/${visit.id}/sign`, { headers, data: { ...(checklist.points ? {} : { conclusion: fault ? 'not_met' : 'met' }), opinion: fault ? '限期整改' : '无' } })
  must(signed.ok(), `signing: ${signed.status()} ${await signed.text()}`)
  return { id: visit.id, problems: (await signed.json()).defects }
}
