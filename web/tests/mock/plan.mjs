// SPDX-License-Identifier: Apache-2.0
import { institutions, projects, random, sites } from './data.mjs'

const month = '2024-03'
const hex = (n) => Array.from({ length: n }, () => random(16).toString(16)).join('')
const days = Array.from({ length: 31 }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`)
const weekday = (date) => ((new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7) + 1
const open = days.filter((date) => weekday(date) < 6)
const name = (id) => (id === 'theory' ? '理论考试' : projects.find((p) => p.id === id)?.name_zh)
export const deadline = { date: '2024-02-25', clause: 'S-2.3', days_left: 5, kept: true }
export const batches = Array.from({ length: 260 }, (_, i) => {
  const one = institutions[random(institutions.length)]
  const subject = one.projects[random(Math.min(4, one.projects.length))]
  const candidates = 12 + random(40)
  const site = sites.filter((s) => s.subjects.includes(subject) && s.owner !== one.id)[random(6)] ?? sites[0]
  const state = i % 29 === 0 ? 'unplaced' : i % 17 === 0 ? 'partly' : 'placed'
  const placed = state === 'placed' ? candidates : state === 'partly' ? 10 : 0
  const places = placed ? [{ session: `s${i}`, site: site.id, site_name: site.name, room: site.list[0].id, date: open[random(open.length)], slot: random(2) ? 'am' : 'pm', candidates: placed, distance_m: 2000 + random(30000) }] : []
  return { id: `B${String(i + 1).padStart(4, '0')}`, class_id: `C${1000 + i}`, institution: one.id, institution_name: one.name, subject, subject_name: name(subject), kind: i % 11 === 0 ? 'retake' : 'regular', own_school: false, started: '2024-01-22', completed: `2024-02-${String(1 + random(28)).padStart(2, '0')}`, not_before: null, finish_by: null, carried: i % 40 === 0 ? 1 : 0, candidates, placed, state, waiver: i % 25 === 0 ? 'exempt' : null, places }
})
const bucket = new Map()
for (const batch of batches) for (const place of batch.places) {
  const key = `${place.date}.${place.slot}.${place.room}.${batch.subject}`
  const site = sites.find((s) => s.id === place.site)
  const session = bucket.get(key) ?? { id: key, date: place.date, slot: place.slot, site: place.site, site_name: place.site_name, district: site.district, room: place.room, room_name: '1 号考场', subject: batch.subject, subject_name: batch.subject_name, theory: false, seats: 0, candidates: 0, batches: [] }
  session.candidates += place.candidates
  session.seats = Math.max(session.candidates + random(10), 40)
  session.batches.push({ batch: batch.id, class_id: batch.class_id, institution: batch.institution, institution_name: batch.institution_name, kind: batch.kind, own_school: false, candidates: place.candidates })
  bucket.set(key, session)
}
export const sessions = [...bucket.values()].sort((a, b) => (a.date + a.slot).localeCompare(b.date + b.slot))
export const counts = { batches: batches.length, candidates: batches.reduce((s, b) => s + b.candidates, 0), placed: batches.reduce((s, b) => s + b.placed, 0), unplaced: batches.reduce((s, b) => s + b.candidates - b.placed, 0), sessions: sessions.length, sites: new Set(sessions.map((s) => s.site)).size, institutions: 48 }
export const calendar = () => ({ month, version: 1, slots: ['am', 'pm'], days: days.map((date) => ({ date, weekday: weekday(date), working: weekday(date) < 6, label: '', cells: [] })) })
export const levels = { u: 412, e: 3, x: 56, j: 7, v: 91, q: 482110 }
export const greedy = { u: 412, e: 3, x: 56, j: 133, v: 388, q: 610443 }
export const policy = { visits_per_year: 3, bands_m: [10000, 20000, 35000], order_depth: 4, min_fragment: 10, vacancy_free_percent: 20, max_sessions_per_slot: 10, max_sites_per_institution_slot: 2 }
export const steps = [['plan.create', '2024-02-18T09:00:00+08:00'], ['plan.freeze', '2024-02-20T17:30:00+08:00'], ['seed.confirm', '2024-02-22T09:05:00+08:00'], ['plan.draw', '2024-02-22T09:06:00+08:00'], ['plan.submit', '2024-02-22T15:00:00+08:00'], ['plan.publish', '2024-02-23T10:00:00+08:00']].map(([step, at]) => ({ step, at, role: step === 'plan.publish' ? 'city_bureau' : 'exam_organisation', name: null, reason: '' }))
const site = (i) => sites[i % sites.length]
export const waivers = [{ institution: 'GZ-A18', institution_name: institutions[17].name, subject: 'OP28', subject_name: '电力电缆作业', basis: 'exempt', clause: 'S-1.2c', basis_text: '特色操作项目，暂时保持现行模式', batches: 2, candidates: 54, needs_approval: false, approved: false, reason: '', approved_at: '', approved_role: '' }, { institution: 'GZ-A15', institution_name: institutions[14].name, subject: 'OP27', subject_name: '煤气作业', basis: 'no_other_site', clause: 'G-12', basis_text: '全市没有其他机构的考试点开设此科目', batches: 1, candidates: 22, needs_approval: true, approved: false, reason: '', approved_at: '', approved_role: '' }]
export const exceptions = [{ institution: 'GZ-A31', institution_name: institutions[22].name, site: site(3).id, site_name: site(3).name, subject: 'OP09', subject_name: '压力焊作业', visits: 4, limit: 3, approved: false, reason: '', approved_at: '', approved_role: '' }]
export const record = { month, version: 1, stage: 'published', demo: true, deadline, announced_source: '2024-02-21 开奖的双色球第 2024019 期号码', instance_sm3: hex(64), engine: 'ankao-engine 1', work_limit: 4000000, public_value: '03 07 12 19 24 31 + 05', seed_rule: '种子 = SM3（数据摘要 ‖ 公开数值）', seed: hex(64), plan_sm3: hex(64), reproduce: '', levels, greedy, counts, policy, check: { done: true, lawful: true, breaches: [] }, waivers, exceptions, unplaced: batches.filter((b) => b.state !== 'placed').slice(0, 12).map((b) => ({ batch: b.id, institution: b.institution, institution_name: b.institution_name, subject: b.subject, subject_name: b.subject_name, candidates: b.candidates - b.placed, because: [{ site: site(1).id, site_name: site(1).name, rule: 'R6', clause: 'S-3.2' }] })), steps, versions: [], files: [['instance.json', 812345], ['plan.json', 204111], ['check.json', 1822], ['record.json', 3311]].map(([file, bytes]) => ({ name: file, bytes, sm3: hex(64) })), feedback_until: '2024-02-27' }
const said = (zh) => ({ zh, en: zh })
const whyOf = (site, i) => ({ decision: said(['会使本机构连续两场到同一考试点', '座位已由排在前面的 1 个批次使用（B0007）', '安排 38 人'][i] ?? '前面的考试点已满足，不再需要'), rules: [{ id: 'R6', title: said('不连续'), since: '2023-11-04', clauses: [{ id: 'S-3.2', text: '同一培训机构的考试，不能连续两场安排到同一考试点。', document: said(''), date: '2023-11-04' }] }], facts: [{ name: said('考试点'), value: said(site.name), kind: 'text', link: `/sites/${site.id}` }], days: [], changes: [said('本机构前后相邻的考试不在这个考试点')], proofs: [], event: 0 })
export function explain(id) {
  const batch = batches.find((b) => b.id === id)
  const near = sites.filter((s) => s.owner !== batch.institution).slice(0, 11)
  const got = batch.places[0]
  const order = near.map((one, i) => ({ place: i + 1, site: one.id, site_name: one.name, district: one.district, public_base: false, band: 1 + Math.floor(i / 4), band_text: ['10 公里以内', '10–20 公里', '20–35 公里'][Math.floor(i / 4)], distance_m: 3000 + i * 2900, ticket: hex(16), inner: i % 4, in_offer: i < 4, seated: 0, rules: i === 0 ? [{ rule: 'R6', clause: 'S-3.2', text: '会使本机构连续两场到同一考试点' }] : [], outcome: i === 0 ? 'barred' : i === 1 ? 'taken' : i === 2 ? 'seated' : 'spare', why: whyOf(one, i), earlier_batches: i === 1 ? [{ batch: 'B0007', institution: 'GZ-A02', institution_name: institutions[1].name, completed: '2024-02-03', candidates: 30 }] : [], later_batches: [] }))
  if (got) Object.assign(order[2], { site: got.site, site_name: got.site_name, distance_m: got.distance_m, seated: got.candidates })
  return { month, version: 1, demo: true, batch, queue_place: 14, queue_length: 61, tie: hex(16), waiver_text: '', order, ineligible: [{ site: site(8).id, site_name: site(8).name, rule: 'R1', clause: 'S-1.2a' }], policy, seed: record.seed }
}
export function institutionPlan(id) {
  const one = institutions.find((i) => i.id === id)
  const own = batches.filter((b) => b.institution === id)
  const point = (s) => ({ longitude_e6: s.place.longitude_e6, latitude_e6: s.place.latitude_e6, district_centre: s.place.source !== 'entered' })
  const lines = [...new Set(own.flatMap((b) => b.places.map((p) => p.site)))].map((s) => ({ site: s, site_name: sites.find((x) => x.id === s).name, point: point(sites.find((x) => x.id === s)), distance_m: 8200, candidates: 44, sessions: 2 }))
  return { month, version: 1, institution: id, institution_name: one.name, point: point(sites.find((s) => s.owner === id) ?? sites[0]), counts: { ...counts, batches: own.length, candidates: 200, placed: 180 }, lines, batches: own }
}
export const bookings = batches.map((b, i) => ({ ...b, month, class_opened: '2024-01-22', booked_at: '2024-01-24T10:00:00+08:00', book_by: '2024-01-25', working_days_late: i % 13 === 0 ? 3 : 0, late_reason: i % 13 === 0 ? '班级信息补录' : '', planned_completed: '2024-02-20', completed: i % 4 ? b.completed : null, regular_exam: null, state: i % 31 === 0 ? 'withdrawn' : 'booked', reason: '', demo: true, version: 1, warnings: i % 13 === 0 ? ['预约逾期 3 个工作日（S-4.2）'] : [] }))
export const demand = projects.slice(0, 14).map((p, i) => ({ subject: p.id, subject_name: p.name_zh, batches: 90 - i * 6, candidates: 2900 - i * 200, seats: i === 8 ? 300 : 5200 - i * 310, sites: 35 - i, institutions: 50, max_sessions: null }))
export const desk = (stage) => ({ month: '2024-04', version: 1, stage, demo: true, published_version: null, deadline: { date: '2024-03-25', clause: 'S-2.3', days_left: 4, kept: null }, next: { collecting: ['plan.create', 'plan.freeze'], frozen: ['seed.announce', 'seed.confirm'], seeded: ['plan.draw'], drawing: [], drawn: ['plan.submit'], submitted: ['plan.publish', 'plan.return'] }[stage] ?? [], announced_source: record.announced_source, slots: ['am', 'pm'], policy, instance_sm3: stage === 'collecting' ? '' : record.instance_sm3, engine: stage === 'collecting' ? '' : record.engine, public_value: ['collecting', 'frozen'].includes(stage) ? '' : record.public_value, seed: ['collecting', 'frozen'].includes(stage) ? '' : record.seed, plan_sm3: ['drawn', 'submitted'].includes(stage) ? record.plan_sm3 : '', work_limit: 4000000, levels, greedy, counts, check: record.check, job: { running: stage === 'drawing', work_done: 0, work_limit: 4000000, best: greedy, failure: '' }, findings: [{ id: 'plan.waiver_open', blocks: true, clause: 'G-12', text: '1 项豁免未批准', remedy: '请在下方批准或退回该批次', count: 1, ids: ['B0021'] }, { id: 'plan.not_completed', blocks: false, clause: 'S-3.7', text: '65 个批次尚未填写培训完成日期', remedy: '未完成的批次不参加本月排考', count: 65, ids: batches.slice(0, 20).map((b) => b.id) }], demand, late: bookings.filter((b) => b.working_days_late).slice(0, 8).map((b) => ({ booking: b.id, institution: b.institution, institution_name: b.institution_name, what: 'booked_late', at: b.booked_at, reason: b.late_reason, working_days_late: 3 })), waivers, exceptions, steps: steps.slice(0, 2), versions: [] })
