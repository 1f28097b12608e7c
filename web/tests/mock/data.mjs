// SPDX-License-Identifier: Apache-2.0
// Stand-in answers for working on screens without a server. Made from the shipped data; never part of the build.
import { readFileSync } from 'node:fs'

const root = new URL('../../../', import.meta.url)
const read = (path) => readFileSync(new URL(path, root), 'utf8')
const field = (line, name) => new RegExp(`${name}: "?([^,"}]+)"?`).exec(line)?.[1]?.trim()
export const shapes = JSON.parse(read('data/districts/guangzhou.geojson'))
export const districts = shapes.features.map(({ properties: p }) => ({ code: p.code, name_zh: p.name, name_en: p.english.replace(' District', ''), centre: { longitude_e6: p.centre[0] * 1e6, latitude_e6: p.centre[1] * 1e6, source: 'district_centre' }, institutions: 0, sites: 0 }))
const yaml = read('data/projects/projects.yaml').split('\n')
const categories = Object.fromEntries(yaml.filter((l) => /id: [a-z_]+, name/.test(l)).map((l) => [field(l, 'id'), { zh: field(l, 'name'), en: field(l, 'english') }]))
export const projects = yaml.filter((l) => /id: OP/.test(l)).map((l) => ({ id: field(l, 'id'), name_zh: field(l, 'name'), name_en: /english: "([^"]+)"/.exec(l)[1], category: field(l, 'category'), category_zh: categories[field(l, 'category')]?.zh, category_en: categories[field(l, 'category')]?.en, exempt: false, institutions: 1, sites: 1 }))
export const scopes = [['HC', '危险化学品生产、经营单位', 'hazardous chemicals'], ['FW', '烟花爆竹经营单位', 'fireworks'], ['MN', '金属非金属矿山企业', 'mines'], ['SM', '金属冶炼企业', 'metal smelting']].map(([id, name_zh, name_en]) => ({ id, name_zh, name_en, institutions: 4 }))

let seed = 7
export const random = (n) => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 8) % n
const clean = (text) => text.replace(/(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])/g, '')
const life = (name) => [{ version: 1, step: 'registry.import', standing: 'published', effective_date: '2023-11-04', recorded_at: '2023-11-06T09:12:00+08:00', role: 'system', account: '', person: '', reason: '', clause: 'P-1.2b', sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0', event: 12 + name.length, changed: [] }]

export const institutions = read('data/annex6/table_a.tsv').split('\n').slice(1).filter((line) => line.split('\t').length >= 7).map((line) => {
  const [number, printed, area, address, training, contact, telephone] = line.split('\t')
  const name = clean(printed.replace(/[（(]\s*\+.*$/, '').trim())
  const district = districts.find((d) => area.includes(d.name_zh)) ?? districts[4]
  const sites = /\+\s*2/.test(printed) ? 2 : /\+/.test(printed) ? 1 : 0
  district.institutions++
  district.sites += sites
  const own = projects.filter((p) => clean(training).includes(p.name_zh)).map((p) => p.id)
  return { id: `GZ-A${number.padStart(2, '0')}`, name, aliases: [], district: district.code, district_name: district.name_zh, addresses: [clean(address)], contacts: contact.split('、'), telephones: telephone.split('、'), projects: own.length ? own : ['OP01'], scopes: [], rows: [`a${number}`], sites, school: /学院|学校/.test(name) ? 'education' : 'unknown', standing: 'published', since: '2023-11-04', version: 1, flags: Number(number) % 9 === 1 ? 2 : 0, raw: { row: `a${number}`, table: 'a', name: printed, district: area, address, training, contact, telephone } }
})
export const sites = institutions.flatMap((one, at) => Array.from({ length: one.sites }, (_, i) => {
  const rooms = Array.from({ length: 1 + random(3) }, (_, r) => ({ id: `${one.id}-S${i + 1}-R${r + 1}`, name: `${r + 1} 号考场`, exclusive: r !== 1, capacity: 30 + 10 * random(4), seats: Object.fromEntries(one.projects.slice(0, 5).map((p) => [p, 20 + 10 * random(3)])), openings: [{ from: '2024-01-01', to: '2024-12-31', weekdays: [1, 2, 3, 4, 5], slots: ['am', 'pm'], on_rest_days: false }], exceptions: r ? [] : [{ date: '2024-03-15', slots: [] }] }))
  const centre = districts.find((d) => d.code === one.district).centre
  const entered = at % 4 !== 0
  const place = { longitude_e6: centre.longitude_e6 + (entered ? random(160000) - 80000 : 0), latitude_e6: centre.latitude_e6 + (entered ? random(160000) - 80000 : 0), source: entered ? 'entered' : 'district_centre' }
  return { id: `${one.id}-S${i + 1}`, name: `${one.name}考试点${one.sites > 1 ? i + 1 : ''}`, owner: one.id, owner_name: one.name, public_base: false, kind: 'both', kind_confirmed: at % 3 === 0, district: one.district, district_name: one.district_name, address: one.addresses[0], address_confirmed: at % 2 === 0, subjects: ['theory', ...one.projects], rooms: rooms.length, seats: rooms.reduce((s, r) => s + r.capacity, 0), seats_by_subject: rooms[0].seats, place, standing: 'published', since: '2023-11-04', version: 1, suspended: at === 5, flags: at % 7 === 0 ? 1 : 0, list: rooms }
}))
export const detail = (one) => ({ ...one, addresses: one.addresses.map((text) => ({ text, district: one.district, district_name: one.district_name, confirmed: one.version % 2 === 0 })), credit_code: '', place: sites.find((s) => s.owner === one.id)?.place ?? districts[0].centre, flags: one.flags ? [{ rule: 'X-13', text: '两处地址中哪一处是考试点，原表未载明' }, { rule: 'X-10', text: '“黄石 石东路”重复一字，按黄石东路处理' }] : [], head: 1, as_of: '2024-02-20', suspended: false, sites: sites.filter((s) => s.owner === one.id), registrations: [one.raw], suspensions: [], time_line: life(one.name) })
export const siteDetail = (one) => ({ ...one, address: { text: one.address, district: one.district, district_name: one.district_name, confirmed: one.address_confirmed }, rooms: one.list, override_reason: '', flags: one.flags ? [{ rule: 'X-13', text: '两处地址中哪一处是考试点，原表未载明' }] : [], head: 1, as_of: '2024-02-20', suspensions: one.suspended ? [{ id: '1', subject: '', subject_name: '', from: '2024-01-01', to: '2024-06-30', clause: 'C-4.1a', reason: '巡考通报', recorded_at: '', role: '' }] : [], time_line: life(one.name) })
