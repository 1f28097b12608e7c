// SPDX-License-Identifier: Apache-2.0
// A citizen without login: the registry, the map, the plan, and why a batch got its place (P-1.2b, S-2.3, S-1.2a).
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { must } from '../steps.mjs'

export default {
  '群众在门户查到从事低压电工培训的机构并看到地址和电话': async ({ page, address }) => {
    await page.goto(address)
    await page.getByPlaceholder('输入机构名称').fill('技师学院')
    await page.getByRole('button', { name: '查询' }).click()
    await page.waitForURL('**/institutions?**')
    await page.getByRole('link', { name: '广州市技师学院', exact: true }).click()
    await page.getByText('广州市白云区黄石石东路68号').first().waitFor()
    await page.getByText('020-36261012').first().waitFor()
  },

  '名录共62家，缺号20至27如实标出，筛选写在网址里': async ({ page, address }) => {
    await page.goto(`${address}/institutions`)
    await page.getByText('62').first().waitFor()
    must(/20.*27/.test(await page.locator('main').innerText()), 'the gap of rows 20 to 27 is not shown')
    await page.goto(`${address}/institutions?district=440115`)
    await page.getByRole('link', { name: '广东蓝海应急与安全管理有限公司' }).waitFor()
    must((await page.getByRole('link', { name: '广州市技师学院', exact: true }).count()) === 0, 'the district filter lets others through')
  },

  '公众看到的手机号码是隐去的': async ({ page, address }) => {
    await page.goto(`${address}/institutions/GZ-A46`)
    await page.getByText('135****8292').first().waitFor()
    must(!(await page.content()).includes('13560488292'), 'the whole mobile number stands in the page')
  },

  '名录导出与所示一致': async ({ page, address }) => {
    await page.goto(`${address}/institutions?district=440106`)
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: /导出/ }).first().click()
    const download = await waiting
    const bytes = readFileSync(await download.path())
    must(bytes.subarray(0, 2).toString() === 'PK', 'the export is no xlsx file')
  },

  '区域地图画出11个区，用键盘也能走到': async ({ page, address }) => {
    await page.goto(`${address}/map`)
    await page.locator('svg path').first().waitFor()
    must((await page.locator('svg path').count()) >= 11, 'fewer than eleven districts are drawn')
  },

  '批次页说明抽签顺序和理由': async ({ page, address, published }) => {
    await page.goto(`${address}/plans/${published}/batches`)
    await page.locator('table a[href*="/batches/"]').first().click()
    await page.getByText('为什么这样安排').waitFor()
    await page.getByText('由近及远的抽签顺序').waitFor()
  },

  '抽签记录可下载，摘要与公布的一致': async ({ page, address, published }) => {
    await page.goto(`${address}/plans/${published}`)
    const record = await (await page.request.get(`${address}/api/plans/${published}`)).json()
    const plan = await (await page.request.get(`${address}/api/plans/${published}/files/plan.json`)).body()
    must(JSON.parse(plan).instance_sm3 === record.instance_sm3, 'the plan cites another instance')
    must(createHash('sm3').update(plan).digest('hex') === record.plan_sm3, 'the digest of the plan is not the published one')
    await page.getByText('演示数据').first().waitFor()
  },

  '手机上公布记录的各表可读，折叠的清单打印时全部展开': async ({ page, address, published }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    const record = await (await page.request.get(`${address}/api/plans/${published}`)).json()
    await page.goto(`${address}/plans/${published}`)
    await page.getByRole('heading', { name: '与逐批顺排的比较' }).waitFor()
    const narrow = await page.evaluate(() => [...document.querySelectorAll('main table.grid tbody :is(th, td)')].filter((cell) => cell.checkVisibility() && cell.getBoundingClientRect().width < 120).map((cell) => cell.textContent))
    must(narrow.length === 0, `cells narrower than 120 px: ${narrow.slice(0, 3).join(' | ')}`)
    must((await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)) <= 1, 'the record scrolls sideways')
    const folded = page.locator('main details[data-printed]')
    const open = () => folded.evaluateAll((all) => all.filter((one) => one.open).length)
    const before = await open()
    must((await folded.count()) > 0 && before < (await folded.count()), 'nothing is folded')
    await page.emulateMedia({ media: 'print' })
    await page.waitForFunction(() => [...document.querySelectorAll('main details[data-printed]')].every((one) => one.open))
    const told = (await page.locator('main').innerText()).replace(/\s/g, '')
    for (const one of record.waivers) must(told.includes(one.institution_name.replace(/\s/g, '')), `the waiver of ${one.institution_name} is not printed`)
    await page.emulateMedia({ media: 'screen' })
    await page.waitForFunction((count) => [...document.querySelectorAll('main details[data-printed]')].filter((one) => one.open).length === count, before)
    must((await open()) === before, 'what was unfolded for the print stays unfolded')
  },

  '英文界面没有缺失的词': async ({ page, address, published }) => {
    await page.goto(address)
    await page.getByRole('button', { name: 'English' }).or(page.getByRole('link', { name: 'English' })).first().click()
    await page.locator('html[lang="en"]').waitFor()
    for (const path of ['/', '/institutions', '/sites', '/map', `/plans/${published}`, `/plans/${published}/calendar`]) {
      await page.goto(address + path)
      await page.locator('h1').first().waitFor()
      must((await page.locator('html').getAttribute('lang')) === 'en', `${path} is not in English`)
    }
  },

  '手机宽度下页面不横向滚动': async ({ page, address, published }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    for (const path of ['/', '/institutions', '/institutions/GZ-A15', '/map', '/plans', `/plans/${published}`, `/plans/${published}/calendar`, '/sign-in']) {
      await page.goto(address + path)
      await page.locator('h1').first().waitFor()
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      must(wide <= 1, `${path} is ${wide} px too wide`)
    }
  },
}
