// SPDX-License-Identifier: Apache-2.0
// A list as an official works with it: narrowed, sorted, its columns chosen, kept under a name, exported, and the same after a reload.
import { readFileSync } from 'node:fs'

import { enter, must } from '../steps.mjs'

const heads = (page) => page.locator('table.list thead th').evaluateAll((cells) => cells.map((cell) => cell.innerText.replace(/[▲▼↕]/g, '').trim()))
const rows = (page) => page.locator('table.list tbody tr').evaluateAll((lines) => lines.map((line) => line.innerText.replace(/\s+/g, ' ')))
const settled = (page) => page.locator('section[aria-busy=false] table.list tbody tr').first().waitFor()

async function narrowed(page, address) {
  await page.goto(`${address}/work/bookings`)
  await settled(page)
  await page.keyboard.press('/')
  must(await page.evaluate(() => document.activeElement?.type === 'search'), 'the / key does not lead to the search word')
  await page.locator('select[id$=-state]').selectOption('planned')
  await page.waitForURL('**state=planned**')
  await page.getByRole('button', { name: /人数/ }).first().click()
  await page.waitForURL('**sort=candidates**')
  await settled(page)
}

async function choose(page, title) {
  if (!(await page.locator('details.choice').evaluate((box) => box.open))) await page.getByText('显示列', { exact: true }).first().click()
  await page.locator('details.choice').getByLabel(title, { exact: true }).click()
}

export default {
  '筛选、排序、选列写进网址，刷新后仍是同一张表': async ({ page, address, people }) => {
    await enter(page, address, people.kaoshi)
    await narrowed(page, address)
    await choose(page, '培训班')
    await choose(page, '预约时间')
    await page.waitForURL('**columns=**')
    const shown = await heads(page)
    must(shown.includes('预约时间') && !shown.includes('培训班'), `the columns are ${shown}`)
    const before = await rows(page)
    await page.reload()
    await settled(page)
    must(JSON.stringify(await heads(page)) === JSON.stringify(shown), 'other columns after the reload')
    must(JSON.stringify(await rows(page)) === JSON.stringify(before), 'other rows after the reload')
  },

  '条件保存在服务器上，换一个浏览器也在；共享给角色的别人看得到': async ({ page, browser, address, people }) => {
    await enter(page, address, people.kaoshi)
    await narrowed(page, address)
    await page.getByRole('button', { name: '保存条件' }).click()
    await page.getByLabel('为这组条件取名').fill('人少的班')
    await page.getByLabel('共享范围').selectOption('institution')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.locator('.chip', { hasText: '人少的班' }).waitFor()
    const other = await browser.newContext()
    const theirs = await other.newPage()
    await enter(theirs, address, people.jigou)
    await theirs.goto(`${address}/work/bookings`)
    await theirs.locator('.chip button', { hasText: '人少的班' }).click()
    await theirs.waitForURL('**state=planned**')
    must(theirs.url().includes('sort=candidates'), 'the shared filter lost its order')
    must((await theirs.getByLabel('删除条件 人少的班').count()) === 0, 'a filter of somebody else can be deleted')
    await other.close()
    await page.getByLabel('删除条件 人少的班').click()
    await page.locator('.chip', { hasText: '人少的班' }).waitFor({ state: 'detached' })
  },

  '导出的正是所示的列和行': async ({ page, address, people }) => {
    await enter(page, address, people.kaoshi)
    await narrowed(page, address)
    const shown = await heads(page)
    const total = Number((await page.locator('.paging').innerText()).match(/共 ([\d,]+) 条/)[1].replace(',', ''))
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 CSV' }).click()
    const lines = readFileSync(await (await waiting).path(), 'utf8').trim().split('\r\n')
    must(lines[1].includes('状态：已排入计划'), `the filter is not said: ${lines[1]}`)
    must(lines[4] === shown.join(','), `the columns are ${lines[4]}, on screen ${shown}`)
    must(lines.length - 5 === total, `${lines.length - 5} rows in the file, ${total} in the list`)
  },

  '方向键逐行移动，回车打开': async ({ page, address, people }) => {
    await enter(page, address, people.kaoshi)
    await narrowed(page, address)
    await page.locator('table.list tbody tr').first().focus()
    await page.keyboard.press('ArrowDown')
    const second = await page.locator('table.list tbody tr').nth(1).locator('button').first().innerText()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText(second).first().waitFor()
  },
}
