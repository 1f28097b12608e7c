// SPDX-License-Identifier: Apache-2.0
// The board of a special inspection: every figure leads to the list that gives it; a district sees its own; the wall changes by itself.
import { enter, must } from '../steps.mjs'

const board = '/work/inspections/SI-2023/board'
const figure = async (page, label) => Number((await page.locator('.tile', { hasText: label }).locator('b').innerText()).replace(/\D/g, ''))
const total = async (page) => Number((await page.locator('.paging, [class*=paging]').first().innerText()).match(/[\d,]+/)[0].replace(/,/g, ''))

export default {
  '看板上的数字点开就是那份清单；图后有表，图可下载，按 A4 打印': async ({ page, address, people, out }) => {
    await enter(page, address, people.shiju)
    await page.goto(address + board, { waitUntil: 'networkidle' })
    await page.getByRole('heading', { name: '专项检查看板' }).waitFor()
    const overdue = await figure(page, '逾期未改')
    must(overdue > 0, 'the demo campaign has overdue problems')
    must(await page.locator('.tile').count() === 6, 'six figures')
    await page.locator('.chart svg').nth(3).waitFor()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    must(wide <= 1, `${wide} px too wide`)
    await page.screenshot({ path: `${out}/board.png`, fullPage: true })
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载图片' }).first().click()
    must((await saved).suggestedFilename().endsWith('.png'), 'a chart is saved as a picture')
    await page.getByText('数据表').first().click()
    await page.getByRole('rowheader', { name: '白云区' }).first().waitFor()
    await page.locator('.tile', { hasText: '逾期未改' }).click()
    await page.waitForURL(/\/work\/problems\?.*overdue=true/)
    await page.locator('tbody tr').first().waitFor()
    must((await total(page)) >= overdue, 'the list holds what the figure counts (and what units told of themselves)')
    await page.goto(address + board, { waitUntil: 'networkidle' })
    await page.locator('.chart svg').nth(3).waitFor()
    await page.emulateMedia({ media: 'print' })
    must(!(await page.getByRole('button', { name: '下载图片' }).first().isVisible()), 'nothing to press on paper')
    await page.emulateMedia({ media: 'screen' })
  },

  '区局的看板只有本区；机构打不开': async ({ page, address, people }) => {
    await enter(page, address, people.quju)
    await page.goto(address + board, { waitUntil: 'networkidle' })
    await page.locator('.chart svg').first().waitFor()
    await page.getByText('数据表').first().click()
    must((await page.getByRole('rowheader').allInnerTexts()).filter((one) => one.endsWith('区')).join() === '白云区', 'one district')
    await enter(page, address, people.jigou)
    await page.goto(address + board, { waitUntil: 'networkidle' })
    must(!(await page.locator('.tile').count()), 'an institution has no board')
  },

  '大屏：深色、六块，自行轮换各区': async ({ page, address, people, out }) => {
    await enter(page, address, people.shiju)
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.clock.install()
    await page.goto(`${address}/wall/SI-2023`)
    await page.locator('.wall section').nth(5).waitFor()
    must(await page.evaluate(() => document.documentElement.dataset.theme) === 'dark', 'dark')
    const small = await page.locator('.wall section > b').evaluateAll((all) => Math.min(...all.map((one) => parseFloat(getComputedStyle(one).fontSize))))
    must(small >= 100, `figures are read from five metres: ${small} px`)
    must((await page.locator('.where').innerText()) === '合计', 'the city first')
    await page.screenshot({ path: `${out}/wall.png` })
    await page.clock.runFor(9000)
    must((await page.locator('.where').innerText()) !== '合计', 'then a district')
  },
}
