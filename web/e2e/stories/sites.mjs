// SPDX-License-Identifier: Apache-2.0
// Exam sites and their rooms: registered with clause P-2.2b in mind, edited, entered by hand and from Excel.
import { readFileSync } from 'node:fs'

import { answerOf, choose, enter, must, refusal, setDay, signOut, upload } from '../steps.mjs'
import { changeCells } from '../sheets.mjs'

async function fillSite(page, address, name) {
  await page.goto(`${address}/work/registry/sites/new`)
  await page.locator('#district option', { hasText: '白云区' }).waitFor({ state: 'attached' })
  await page.locator('#name').fill(name)
  await page.locator('#district').selectOption({ label: '白云区' })
  await page.locator('#address').fill('广州市白云区演示路1号')
  await choose(page, 'subjects', '低压电工作业')
  await page.locator('#reason').fill('新建考试点')
}
const register = (page) => answerOf(page, '/api/registry/sites', () => page.getByRole('button', { name: '登记考试点' }).click())
const headers = { 'x-ankao': '1' }

export default {
  '依托机构新增考试点不写理由被拒绝并引用 P-2.2b，写明理由后登记': async ({ page, address, people, out }) => {
    await enter(page, address, people.shiju)
    await fillSite(page, address, '演示依托机构考试点')
    await choose(page, 'owner', '广州市工贸技师学院')
    await page.locator('#override').evaluate((field) => field.removeAttribute('required'))
    const refused = await register(page)
    must(refused.status >= 400, 'a site was attached to an institution without a reason')
    must((await refusal(page, 'P-2.2b')).includes('例外理由'), 'the refusal does not ask for the reason')
    await page.screenshot({ path: `${out}/site-new.png`, fullPage: true })
    await page.locator('#override').fill('白云区北部没有其他考试点')
    const made = await register(page)
    must(made.status < 300, `the justified site was refused: ${JSON.stringify(made.body)}`)
    await page.getByText('考试点已登记').first().waitFor()
    await page.waitForURL(`**/work/registry/sites/${made.body.id}`)
    await page.goto(`${address}/sites/${made.body.id}`)
    await page.getByText('白云区北部没有其他考试点').first().waitFor()
  },

  '公共考试基地没有所属机构也能登记，录入考场后显示座位': async ({ page, address, people, out }) => {
    await enter(page, address, people.shiju)
    await fillSite(page, address, '演示公共考试基地')
    await page.getByLabel('经度').pressSequentially('113.2644')
    await page.getByLabel('纬度').pressSequentially('23.1291')
    const made = await register(page)
    must(made.status < 300, `the public base was refused: ${JSON.stringify(made.body)}`)
    await page.waitForURL(`**/work/registry/sites/${made.body.id}`)

    await page.getByRole('button', { name: '新增考场' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.locator('#room-name').fill('一号考场')
    await drawer.locator('#room-capacity').fill('36')
    await drawer.getByLabel('低压电工作业').fill('30')
    await drawer.getByRole('button', { name: '新增开放时段' }).click()
    await setDay(page, 'from-0', '2026-05-01')
    await setDay(page, 'to-0', '2026-12-31')
    await drawer.getByRole('button', { name: '新增例外日期' }).click()
    await setDay(page, 'except-0', '2026-05-06')
    await drawer.locator('#room-reason').fill('考场已验收')
    await page.screenshot({ path: `${out}/room-form.png` })
    const room = await answerOf(page, '/rooms/', () => drawer.getByRole('button', { name: '保存' }).click())
    must(room.status < 300, `the room was refused: ${JSON.stringify(room.body)}`)
    await page.getByText('已保存').first().waitFor()
    await page.getByText('一号考场').first().waitFor()
    const site = await (await page.request.get(`${address}/api/registry/sites/${made.body.id}`)).json()
    must(site.seats_by_subject.OP01 === 30 && site.rooms[0].openings[0].from === '2026-05-01' && site.rooms[0].exceptions[0].date === '2026-05-06', `the room was stored otherwise: ${JSON.stringify(site.rooms)}`)
    must(site.place.source === 'entered' && site.place.longitude_e6 === 113264400 && site.public_base, 'place or public base was lost')

    await page.locator('.grid').getByRole('button', { name: '修改' }).click()
    await page.getByRole('dialog').getByLabel('低压电工作业').fill('')
    await page.getByRole('dialog').getByLabel('低压电工作业').fill('35')
    await page.getByRole('dialog').locator('#room-reason').fill('增加座位')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('低压电工作业 35').first().waitFor()
  },

  '修改考试点：确认地址、选定位置、增加可考科目': async ({ page, address, people, out }) => {
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/registry/sites/GZ-A02-S1`)
    await page.getByRole('button', { name: '修改', exact: true }).first().click()
    await page.locator('#address').fill('广州市白云区机场路2636号')
    await page.locator('.field', { has: page.locator('#address') }).getByLabel('已确认').check()
    await choose(page, 'subjects', '高处')
    await page.getByRole('button', { name: '在地图上选点' }).click()
    await page.locator('.place svg path').first().waitFor()
    const before = await page.getByLabel('经度').inputValue()
    await page.locator('.place svg').click({ position: { x: 200, y: 150 } })
    await page.waitForFunction((old) => document.querySelector('.place input').value !== old, before)
    await page.screenshot({ path: `${out}/site-edit.png`, fullPage: true })
    await page.locator('#reason').fill('现场核对')
    const saved = await answerOf(page, '/api/registry/sites/GZ-A02-S1', () => page.getByRole('button', { name: '保存' }).click())
    must(saved.status < 300, `the change was refused: ${JSON.stringify(saved.body)}`)
    await page.getByText('广州市白云区机场路2636号').first().waitFor()
    await page.getByText('现场核对').first().waitFor()
    const site = await (await page.request.get(`${address}/api/registry/sites/GZ-A02-S1`)).json()
    must(site.address.confirmed && site.subjects.includes('OP03'), `not stored: ${JSON.stringify(site)}`)
    must((site.place.longitude_e6 / 1e6).toFixed(6) !== before, 'the place picked on the map was not stored')
  },

  '按旧版本保存被拒绝，说明被他人改动': async ({ page, address, people }) => {
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/registry/sites/GZ-A03-S1`)
    await page.getByRole('button', { name: '修改', exact: true }).first().click()
    await page.locator('#name').waitFor()
    const now = await (await page.request.get(`${address}/api/registry/sites/GZ-A03-S1`)).json()
    const other = await page.request.put(`${address}/api/registry/sites/GZ-A03-S1`, { headers, data: { version: now.head, reason: '他人先改', name: '广东机电职业技术学院实操考试点' } })
    must(other.ok(), `the first change answered ${other.status()}: ${await other.text()}`)
    await page.locator('#name').fill('另一个名称')
    await page.locator('#reason').fill('后改')
    const late = await answerOf(page, '/api/registry/sites/GZ-A03-S1', () => page.getByRole('button', { name: '保存' }).click())
    must(late.status === 409, `the stale change answered ${late.status}`)
    await refusal(page, '已被他人改动')
  },

  '考试点只能维护自己的考场，不能改登记；机构不能改别人的考场': async ({ page, context, address, people }) => {
    await enter(page, address, people.kaodian)
    await page.goto(`${address}/work/registry/sites/GZ-A01-S1`)
    await page.getByRole('button', { name: '新增考场' }).waitFor()
    must((await page.getByRole('button', { name: '注销' }).count()) === 0, 'the site may deregister itself')
    const site = await (await page.request.get(`${address}/api/registry/sites/GZ-A01-S1`)).json()
    const own = await page.request.put(`${address}/api/registry/sites/GZ-A01-S1`, { headers, data: { version: site.head, reason: '越权', name: '改名' } })
    must(own.status() === 403, `the site changed its own entry: ${own.status()}`)
    const room = { version: 1, reason: '越权', name: '考场', exclusive: true, capacity: 10, seats: { OP01: 10 }, openings: [], exceptions: [] }
    for (const person of [people.kaodian, people.jigou]) {
      await signOut(context)
      await enter(page, address, person)
      const others = await page.request.put(`${address}/api/registry/sites/GZ-A15-S1/rooms/GZ-A15-S1-R9`, { headers, data: room })
      must(others.status() === 403, `${person.account} changed a foreign room: ${others.status()}`)
    }
  },

  '用模板导入考场：错误按行列指出，更正后存入': async ({ page, address, people, out }) => {
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/registry/import?what=rooms`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载模板' }).click()])
    const template = readFileSync(await download.path())
    await page.locator('#rooms-reason').fill('补录考场容量')
    await upload(page, 'rooms-file', '考场.xlsx', changeCells(template, '考场', { E3: '很多' }))
    const line = page.locator('table.grid tbody tr').first()
    await line.waitFor()
    const told = await line.innerText()
    must(told.includes('3') && told.includes('容量') && told.includes('很多'), `row, column or value is not named: ${told}`)
    must((await page.getByRole('button', { name: '导入', exact: true }).count()) === 0, 'a faulty file may be imported')
    await page.screenshot({ path: `${out}/rooms-import.png`, fullPage: true })
    await upload(page, 'rooms-file', '考场.xlsx', changeCells(template, '考场', { E3: '39' }))
    await page.getByText('核对完成').waitFor()
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await page.getByText('已导入').first().waitFor()
    const site = await (await page.request.get(`${address}/api/registry/sites/GZ-A01-S1`)).json()
    must(site.rooms.some((room) => room.capacity === 39), `the capacity was not stored: ${site.rooms.map((room) => room.capacity)}`)
  },

  '暂停登记后公众页面立即标明，重复登记被拒绝': async ({ page, context, address, people, out }) => {
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/suspensions`)
    const record = async () => {
      await page.getByRole('button', { name: '登记暂停' }).click()
      const drawer = page.getByRole('dialog')
      await drawer.locator('#s-who option[value="institution:GZ-A10"]').waitFor({ state: 'attached' })
      await drawer.locator('#s-who').selectOption('institution:GZ-A10')
      await setDay(page, 's-from', '2026-04-10')
      await setDay(page, 's-to', '2026-10-09')
      await drawer.locator('#s-reason').fill('演示：检查发现替考')
      await page.screenshot({ path: `${out}/suspension.png` })
      return answerOf(page, '/api/registry/suspensions', () => drawer.getByRole('button', { name: '登记暂停' }).click())
    }
    const first = await record()
    must(first.status < 300, `the suspension was refused: ${JSON.stringify(first.body)}`)
    await page.getByText('暂停已登记').first().waitFor()
    must((await record()).status === 409, 'the same suspension was recorded twice')
    await refusal(page, '已登记为')
    await signOut(context)
    await page.goto(`${address}/institutions/GZ-A10`)
    await page.getByText('暂停中').first().waitFor()
    await page.getByText('演示：检查发现替考').first().waitFor()
    await enter(page, address, people.jigou)
    const forbidden = await page.request.post(`${address}/api/registry/suspensions`, { headers, data: { subject: 'institution:GZ-A02', from: '2026-04-10', to: '2026-05-09', clause: 'P-3.2', reason: '越权' } })
    must(forbidden.status() === 403, `an institution suspended another: ${forbidden.status()}`)
  },
}
