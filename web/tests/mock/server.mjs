// SPDX-License-Identifier: Apache-2.0
// node tests/mock/server.mjs [port] [stage] [role]: serves web/dist with stand-in answers, to look at screens without the program.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { detail, districts, institutions, projects, scopes, shapes, siteDetail, sites } from './data.mjs'
import * as plan from './plan.mjs'

const [port = '0', stage = 'drawn', role = 'exam_organisation'] = process.argv.slice(2)
const dist = fileURLToPath(new URL('../../dist', import.meta.url))
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const yamlLines = (path) => readFileSync(new URL(`../../../law/${path}`, import.meta.url), 'utf8').split('\n')
const clauses = Object.fromEntries(yamlLines('clauses.yaml').map((l) => /^([\w.-]+): \{ document: (\S+), text: (.*) \}/.exec(l)).filter(Boolean).map((m) => [m[1], { document: m[2], text: m[3] }]))
const draw_rules = Object.fromEntries(yamlLines('draw_rules.yaml').map((l) => /^(R\d+): \{ clauses: \[(.*?)\], zh: (.*?), en: "?(.*?)"?, why_zh/.exec(l)).filter(Boolean).map((m) => [m[1], { clauses: m[2].split(', '), zh: m[3], en: m[4], why_zh: '', why_en: '' }]))
const permissions = [...new Set(yamlLines('roles.yaml').map((l) => /^  ([a-z_]+\.[a-z_]+):/.exec(l)?.[1]).filter(Boolean))]
const who = { signed_in: true, account: 'demo', name: '演示用户', role, role_name: '市考试机构', scope_kind: role === 'institution' ? 'institution' : 'city', scope_id: role === 'institution' ? 'GZ-A01' : '', permissions, must_change_password: false, idle_seconds: 1800 }
let signedIn = false

function page(rows, query, match) {
  const number = Number(query.get('page') ?? 1)
  const size = Number(query.get('size') ?? 50)
  const q = query.get('q') ?? ''
  const found = rows.filter((row) => (!q || JSON.stringify(row).includes(q)) && match(row))
  return { total: found.length, page: number, size, items: found.slice((number - 1) * size, number * size), candidates: 0, placed: 0 }
}
const equal = (query, ...names) => (row) => names.every((name) => !query.get(name) || String(row[name]) === query.get(name))
const report = { id: '1', kind: 'change', state: 'submitted', institution: 'GZ-A01', institution_name: institutions[0].name, district: '440111', submitted_at: '2024-02-19T11:00:00+08:00', submitted_by: '罗健', reason: '咨询电话变更', effective_date: '', record: null, changed: [{ field: 'telephones', before: '["020-36261012"]', after: '["020-36261013"]' }], steps: [{ state: 'submitted', at: '2024-02-19T11:00:00+08:00', account: '', person: '罗健', role: 'institution', reason: '', event: 40 }] }

const routes = [
  ['GET', /^\/api\/session$/, () => (signedIn ? who : { signed_in: false, permissions: [] })],
  ['POST', /^\/api\/session$/, (_m, _q, body) => (body.password === 'wrong' ? { status: 401, body: { type: 'urn:ankao:problem:identity.refused', title: '账户或密码不正确', detail: '请核对后重试；连续输错将暂停登录', status: 401, instance: 'r-1' } } : ((signedIn = true), who))],
  ['DELETE', /^\/api\/session$/, () => ((signedIn = false), null)],
  ['GET', /^\/api\/sessions$/, () => [{ id: '1', created_at: '2024-02-20T08:30:00+08:00', seen_at: '2024-02-20T09:30:00+08:00', peer: '127.0.0.1', agent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/120.0', current: true }]],
  ['GET', /^\/api\/roles$/, () => [{ id: 'institution', name: '培训机构', scope_kind: 'institution', permissions: [] }]],
  ['GET', /^\/api\/accounts$/, () => ({ total: 1, page: 1, size: 50, items: [{ account: 'demo', name: '演示用户', role: 'administrator', role_name: '系统管理员', scope_kind: 'city', scope_id: '', enabled: true, must_change_password: false, created_at: '2024-01-01T00:00:00+08:00', signed_in_at: null }] })],
  ['GET', /^\/api\/law$/, () => ({ clauses, draw_rules })],
  ['GET', /^\/api\/registry\/institutions$/, (_m, q) => ({ ...page(institutions, q, (row) => equal(q, 'district')(row) && (!q.get('project') || row.projects.includes(q.get('project')))), missing_rows: [20, 21, 22, 23, 24, 25, 26, 27].map((n) => `a${n}`), as_of: '2024-02-20' })],
  ['GET', /^\/api\/registry\/institutions\/([^/]+)\/history$/, (m) => ({ id: m[1], items: detail(institutions[0]).time_line })],
  ['GET', /^\/api\/registry\/institutions\/([^/]+)$/, (m) => detail(institutions.find((i) => i.id === m[1]) ?? institutions[0])],
  ['GET', /^\/api\/registry\/sites$/, (_m, q) => ({ ...page(sites, q, equal(q, 'district', 'kind')), as_of: '2024-02-20' })],
  ['GET', /^\/api\/registry\/sites\/([^/]+)$/, (m) => siteDetail(sites.find((s) => s.id === m[1]) ?? sites[0])],
  ['GET', /^\/api\/registry\/districts$/, () => ({ items: districts })],
  ['GET', /^\/api\/registry\/districts\/shapes$/, () => shapes],
  ['GET', /^\/api\/registry\/projects$/, () => ({ items: projects, scopes, theory_sites: 38 })],
  ['GET', /^\/api\/registry\/reports$/, () => ({ total: 1, page: 1, size: 50, items: [report] })],
  ['GET', /^\/api\/registry\/suspensions$/, () => ({ total: 0, page: 1, size: 50, items: [] })],
  ['GET', /^\/api\/plans$/, () => ({ total: 1, page: 1, size: 24, items: [{ ...plan.record, published_at: '2024-02-23T10:00:00+08:00' }] })],
  ['GET', /^\/api\/(?:plans|desk)\/[\d-]+(?:\/draft)?\/sessions$/, (_m, q) => page(plan.sessions, q, (row) => equal(q, 'subject', 'site', 'date', 'slot', 'district')(row) && (!q.get('institution') || row.batches.some((b) => b.institution === q.get('institution'))))],
  ['GET', /^\/api\/(?:plans|desk)\/[\d-]+(?:\/draft)?\/calendar$/, () => plan.calendar()],
  ['GET', /^\/api\/(?:plans|desk)\/[\d-]+(?:\/draft)?\/batches$/, (_m, q) => page(plan.batches, q, equal(q, 'subject', 'state', 'kind'))],
  ['GET', /^\/api\/(?:plans|desk)\/[\d-]+(?:\/draft)?\/batches\/(.+)$/, (m) => plan.explain(m[1])],
  ['GET', /^\/api\/(?:plans|desk)\/[\d-]+(?:\/draft)?\/institutions\/(.+)$/, (m) => plan.institutionPlan(m[1])],
  ['GET', /^\/api\/(?:plans\/[\d-]+|desk\/[\d-]+\/draft)$/, () => plan.record],
  ['GET', /^\/api\/bookings$/, (_m, q) => ({ ...page(plan.bookings, q, equal(q, 'subject', 'state', 'kind')), candidates: 8312 })],
  ['GET', /^\/api\/desk$/, () => ({ items: [{ month: '2024-04', version: 1, stage, demo: true, deadline: { date: '2024-03-25', clause: 'S-2.3', days_left: 4, kept: null }, bookings: 260, candidates: 8312 }, { month: '2024-03', version: 1, stage: 'published', demo: true, deadline: plan.deadline, bookings: 250, candidates: 8010 }] })],
  ['GET', /^\/api\/desk\/[\d-]+$/, () => plan.desk(stage)],
]

function progress(response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  let done = 0
  const timer = setInterval(() => {
    done += 40000
    const share = done / 4000000
    response.write(`event: progress\ndata: ${JSON.stringify({ month: '2024-04', stage: 'drawing', work_done: done, work_limit: 4000000, levels: { u: 412, e: 5 - Math.floor(share * 2), x: 80 - Math.floor(24 * share), j: 133 - Math.floor(120 * share), v: 388 - Math.floor(290 * share), q: 610443 - Math.floor(120000 * share) }, failure: '' })}\n\n`)
    if (done >= 4000000) clearInterval(timer)
  }, 50)
  response.on('close', () => clearInterval(timer))
}

async function answer(request, response) {
  const url = new URL(request.url, 'http://mock')
  if (url.pathname.endsWith('/progress')) return progress(response)
  if (url.pathname.startsWith('/api/')) {
    let text = ''
    for await (const chunk of request) text += chunk
    const body = request.headers['content-type']?.includes('json') && text ? JSON.parse(text) : {}
    const route = routes.find(([verb, pattern]) => verb === request.method && pattern.test(url.pathname))
    const result = route ? route[2](route[1].exec(url.pathname), url.searchParams, body) : { status: 404, body: { type: 'urn:ankao:problem:http.not_found', title: `没有 ${request.method} ${url.pathname}`, status: 404 } }
    if (result === null) return response.writeHead(204).end()
    const status = result.body ? result.status : 200
    return response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(result.body ?? result))
  }
  const file = join(dist, url.pathname)
  const path = existsSync(file) && statSync(file).isFile() ? file : join(dist, 'index.html')
  response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream', 'Content-Security-Policy': "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:" })
  createReadStream(path).pipe(response)
}
const server = createServer((request, response) => void answer(request, response).catch((error) => response.writeHead(500).end(String(error))))
server.listen(Number(port), '127.0.0.1', () => console.log(`mock: http://127.0.0.1:${server.address().port}`))
