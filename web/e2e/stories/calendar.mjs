// SPDX-License-Identifier: Apache-2.0
// Around the month plan: a site's timetable on its phone and the feed of it, quotas from the forecast by two people, a dated parameter.
import { enter, must, signOut, upload } from '../steps.mjs'

const headers = { 'x-ankao': '1' }
const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** Past sessions of one site: a year's pattern that grows. */
function statistics(site) {
  const year = [8, 3, 14, 15, 12, 11, 6, 7, 16, 14, 13, 9]
  const lines = ['月份,考试点,考试科目,场次']
  for (let i = 0; i < 39; i++) {
    const month = `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`
    lines.push(`${month},${site},低压电工作业,${year[i % 12] + Math.floor(i / 12) * 2}`)
  }
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`)
}

export default {
  '考试点在手机上看本考场日历，生成订阅地址，读取后停用': async ({ page, address, people, published, out }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await enter(page, address, people.kaodian)
    await page.goto(`${address}/work/timetable?month=${published}`)
    await page.getByRole('heading', { name: '考试日历' }).waitFor()
    await page.locator('.month .day ul li').first().waitFor()
    must((await wide(page)) <= 1, 'the month scrolls sideways on a phone')
    await page.screenshot({ path: `${out}/timetable-phone.png`, fullPage: true })
    await page.getByRole('button', { name: '按周', exact: true }).click()
    await page.locator('.week article').first().waitFor()
    must((await wide(page)) <= 1, 'the week scrolls sideways on a phone')
    await page.screenshot({ path: `${out}/timetable-week-phone.png`, fullPage: true })

    await page.getByLabel('名称').fill('值班手机')
    await page.getByRole('button', { name: '生成订阅地址' }).click()
    const feed = (await page.locator('[role=status] code').innerText()).trim()
    must(/\/api\/feeds\/[0-9a-f]{64}\.ics$/.test(feed), `no address: ${feed}`)
    const stranger = await page.context().browser().newContext()
    const read = await stranger.request.get(feed)
    const text = await read.text()
    must(read.status() === 200 && read.headers()['content-type'].startsWith('text/calendar'), `the feed answered ${read.status()}`)
    const own = await (await page.request.get(`${address}/api/timetable?month=${published}`)).json()
    const held = text.split('BEGIN:VEVENT').slice(1).filter((event) => !event.includes('STATUS:CANCELLED')) // a version before may have had others
    must(held.length === own.sessions.length, 'the feed has other sessions than the page')
    must(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75), 'a line of the feed is not folded')
    await page.reload()
    must((await page.locator('[role=status] code').count()) === 0, 'the address is shown a second time')
    await page.getByRole('button', { name: '停用 值班手机' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click()
    await page.getByText('订阅已停用').first().waitFor()
    must((await stranger.request.get(feed)).status() === 404, 'an ended feed is still read')
    await stranger.close()
    const strange = await page.request.get(`${address}/api/timetable?month=${published}&site=GZ-Z99-S1`)
    must(strange.status() === 403, `another's site answered ${strange.status()}`)
  },

  '机构只看到本机构学员的座位；月历按 A4 横向打印': async ({ page, address, people, published, out }) => {
    await enter(page, address, people.jigou)
    const view = await (await page.request.get(`${address}/api/timetable?month=${published}`)).json()
    must(view.sessions.length > 0 && view.institutions.length === 0, 'the institution has no sessions, or others to choose from')
    const names = new Set(view.sessions.flatMap((one) => one.batches.map((batch) => batch.institution)))
    must(names.size === 1, `trainees of ${[...names]} are shown`)
    await page.goto(`${address}/work/timetable?month=${published}`)
    await page.locator('.month .day ul li').first().waitFor()
    await page.screenshot({ path: `${out}/timetable.png`, fullPage: true })
    const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const box = sheet.match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/)
    must(box && Number(box[1]) > Number(box[2]), `the sheet does not lie on its side: ${box?.[0]}`)
  },

  '考试机构按预测提出场次上限并改动，市局批准后用于该月': async ({ page, address, people, collecting, out }) => {
    await enter(page, address, people.kaoshi)
    const sites = await (await page.request.get(`${address}/api/registry/sites?size=1`)).json()
    await page.goto(`${address}/work/forecast/import`)
    await upload(page, 'statistics-file', '历史场次.csv', statistics(sites.items[0].name))
    await page.getByRole('button', { name: /^导入/ }).click()
    await page.getByText('历史场次已导入').first().waitFor()
    await page.goto(`${address}/work/forecast?for=${collecting}`)
    const field = page.getByLabel('场次上限 低压电工作业')
    await field.waitFor()
    const proposed = Number(await field.inputValue())
    must(proposed > 0, 'the forecast proposes nothing')
    await page.screenshot({ path: `${out}/forecast.png`, fullPage: true })
    await field.fill(String(proposed + 40))
    await page.getByRole('button', { name: '提出场次上限' }).click()
    await page.getByRole('dialog').locator('#confirm-reason').fill('六月新增两个班')
    await page.getByRole('dialog').getByRole('button', { name: '提出场次上限' }).click()
    await page.getByText('已提出，待另一人批准').first().waitFor()
    const listed = await (await page.request.get(`${address}/api/quotas?month=${collecting}`)).json()
    const refused = await page.request.post(`${address}/api/quotas/${listed.items[0].id}/approve`, { headers, data: { reason: '同意' } })
    must(refused.status() === 409, `who proposed approved: ${refused.status()}`)

    await signOut(page.context())
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/forecast?for=${collecting}`)
    await page.getByRole('button', { name: `批准 ${listed.items[0].id}`, exact: true }).click()
    await page.getByRole('dialog').locator('#confirm-reason').fill('同意')
    await page.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click()
    await page.getByRole('cell', { name: '已批准' }).first().waitFor()
    const desk = await (await page.request.get(`${address}/api/desk/${collecting}`)).json()
    const low = desk.demand.find((one) => one.subject_name === '低压电工作业')
    must(low.max_sessions === proposed + 40, `the month has another quota: ${JSON.stringify(low)}`)
  },

  '参数变更自下一个未冻结的月份起，由第二人批准，公众按日期查看': async ({ page, address, people, published, out }) => {
    await enter(page, address, people.kaoshi)
    await page.goto(`${address}/work/parameters`)
    const touched = await page.request.post(`${address}/api/parameters/changes`, { headers, data: { parameter: 'order_depth', value: '5', from: published, reason: '试' } })
    must(touched.status() === 409, `a frozen month was changed: ${touched.status()}`)
    await page.getByRole('button', { name: '变更 候选考试点数上限' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('#parameter-value').fill('5')
    const month = await dialog.locator('#parameter-month').inputValue()
    must(month > published, `the first month to choose is ${month}`)
    await dialog.locator('#confirm-reason').fill('考试点增加')
    await page.screenshot({ path: `${out}/parameter-change.png` })
    await dialog.getByRole('button', { name: '录入变更' }).click()
    await page.getByText('变更已录入，待另一人批准').first().waitFor()
    await signOut(page.context())
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/parameters`)
    await page.getByRole('button', { name: /^批准 CS-/ }).click()
    await page.getByRole('dialog').locator('#confirm-reason').fill('同意')
    await page.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click()
    await page.getByRole('cell', { name: '已批准' }).first().waitFor()
    await page.screenshot({ path: `${out}/parameters.png`, fullPage: true })

    await signOut(page.context())
    const value = async (day) => {
      await page.goto(`${address}/parameters?on=${day}`)
      return (await page.locator('[data-parameter=order_depth] .value b').innerText()).trim()
    }
    must((await value(`${published}-31`)) === '4', 'the month before has the new value')
    must((await value(`${month}-01`)) === '5', 'the new value does not hold from its first day')
  },
}
