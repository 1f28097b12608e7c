// SPDX-License-Identifier: Apache-2.0
// A summary report through the pages, for stories that end in one.
import { readFileSync } from 'node:fs'

import { unzip } from './sheets.mjs'
import { must } from './steps.mjs'

/** What a person writes himself, by chapter. */
export const written = {
  measures: '（一）治标\n对未销号问题逐条明确措施、时限和责任人。\n（二）治本\n把培训过程记录纳入日常抽查。',
  lessons: '自查先行、检查对账：自查与检查的差异就是检查的重点。',
  mechanism: '每年开展不少于一次全覆盖专项执法检查，与市场监管、公安每季度会商一次。',
  innovations: '建立“一点一档”问题台账。',
}

export async function openSummary(page, address, id) {
  await page.goto(`${address}/work/summaries/${id}`)
  await page.getByRole('navigation', { name: '章节' }).waitFor()
}

/** Takes the figures; the chapters that records can tell stand afterwards. */
export async function draftFromRecords(page) {
  await page.getByRole('button', { name: '由记录起草' }).click()
  await page.getByText('已起草').first().waitFor()
}

export async function turnTo(page, chapter) {
  await page.getByRole('navigation', { name: '章节' }).getByRole('button', { name: chapter }).click()
}

export async function writeChapter(page, chapter, text) {
  await turnTo(page, chapter)
  await page.locator('#chapter-text').fill(text)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已保存为新版本').first().waitFor()
  await page.locator('#chapter-text').and(page.locator(':not([disabled])')).waitFor()
}

export async function writeAll(page) {
  for (const [chapter, text] of [['标本兼治举措', written.measures], ['工作经验提炼', written.lessons], ['长效机制研究', written.mechanism], ['本地创新做法', written.innovations]]) await writeChapter(page, chapter, text)
}

/** A button of the head and the dialog that says what will happen. */
export async function summaryStep(page, verb, said, { number, reason } = {}) {
  await page.locator('header').getByRole('button', { name: verb, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (number) await dialog.locator('#number').fill(number)
  if (reason) await dialog.locator('#confirm-reason').fill(reason)
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await page.getByText(said).first().waitFor()
}

/** Saves the letter and gives the text of its Word file. */
export async function letterOf(page, path) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('header').getByRole('button', { name: 'Word' }).click()])
  await file.saveAs(path)
  const parts = unzip(readFileSync(path))
  const text = parts.find((part) => part.name === 'word/document.xml').data.toString('utf8').replace(/<[^>]+>/g, '')
  must(text.length > 500, `the letter has ${text.length} signs`)
  return { name: file.suggestedFilename(), parts: parts.map((part) => part.name), text }
}
