// SPDX-License-Identifier: Apache-2.0
// A document from the record to the person who holds the paper; and every page of the app on A4.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { enter, must, signOut } from '../steps.mjs'

const words = (file) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
const pagesOf = (file) => Number(execFileSync('pdfinfo', [file], { encoding: 'utf8' }).match(/Pages:\s+(\d+)/)[1])

async function printed(page, file) {
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: false })
  await page.emulateMedia({ media: 'screen' })
  return words(file)
}

async function issueFrom(page, name) {
  await page.getByRole('link', { name }).click()
  await page.locator('.pages img').first().waitFor()
  await page.getByRole('button', { name: '制发', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '制发', exact: true }).click()
  await page.getByText('文书已制发').waitFor()
}

export default {
  '市局由机构记录制发公告；持有人凭短码核验、比对；改动一字即不一致；撤回后核验页如实显示': async ({ page, context, address, people, out }) => {
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/registry/institutions/GZ-A04`)
    await issueFrom(page, /制发安全生产培训机构公告/)
    await page.waitForURL('**/work/documents/WS-*')
    const own = page.url()
    await page.locator('.pages img').first().waitFor()
    must(await page.locator('.pages img').first().evaluate((img) => img.decode().then(() => img.naturalWidth > 500)), 'the page of the document is no picture')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 PDF' }).click()])
    const held = join(out, 'held.pdf')
    await download.saveAs(held)
    const code = words(held).match(/短码：\s*([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/)?.[1]
    must(code, 'the paper shows no code')
    must(words(held).includes('台账检查点'), 'the announcement names no checkpoint of the ledger')

    await signOut(context)
    await page.goto(`${address}/d`)
    await page.locator('#code').fill(code.toLowerCase())
    await page.getByRole('button', { name: '核验', exact: true }).click()
    await page.waitForURL(`**/d/${code.replaceAll('-', '')}`)
    await page.getByText('本文书由平台签发，现行有效').waitFor()
    must(!(await page.getByText(/王五|演示市局/).count()), 'the public page names the official')
    await page.locator('#held').setInputFiles(held)
    await page.getByText('逐字节相同').waitFor()
    const altered = readFileSync(held)
    altered[altered.length >> 1] ^= 1
    writeFileSync(join(out, 'altered.pdf'), altered)
    await page.locator('#held').setInputFiles(join(out, 'altered.pdf'))
    await page.getByText('不一致：不是签发的原件').waitFor()
    await page.screenshot({ path: `${out}/document-verify.png`, fullPage: true })
    const wrong = await page.request.get(`${address}/api/verify/${code.replaceAll('-', '').replace(/^./, (one) => (one === '0' ? '1' : '0'))}`)
    must(wrong.status() === 404, `a code with one wrong sign answered ${wrong.status()}`)

    await enter(page, address, people.shiju)
    await page.goto(own)
    await page.getByRole('button', { name: '撤回', exact: true }).click()
    await page.getByRole('dialog').locator('textarea').fill('演示：联系电话有误')
    await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click()
    await page.getByText('文书已撤回').waitFor()
    await signOut(context)
    await page.goto(`${address}/d/${code.replaceAll('-', '')}`)
    await page.getByText('本文书已撤回，不再有效').waitFor()
    await page.getByText('演示：联系电话有误').waitFor()
    await page.locator('#held').setInputFiles(held)
    await page.getByText('文书已失效').waitFor()
  },

  '名录、计划和记录按 A4 打印：有页头、时间、摘要和页码，没有菜单和按钮，表头逐页重复': async ({ page, address, people, published, out }) => {
    await enter(page, address, people.shiju)
    await page.goto(`${address}/plans/${published}/sessions?size=200`)
    await page.locator('tbody tr').nth(50).waitFor()
    const list = await printed(page, join(out, 'print-sessions.pdf'))
    const pages = pagesOf(join(out, 'print-sessions.pdf'))
    must(pages > 2, `the list has ${pages} printed pages`)
    must(list.includes('页面内容摘要 SM3') && /[0-9a-f]{64}/.test(list), 'the head has no digest')
    must(/2026/.test(list.split('\n').slice(0, 3).join(' ')), 'the head has no time')
    must(list.split('\f').filter((one) => /日期.*考试科目.*报考批次/.test(one)).length === pages, 'the head of the table is not repeated on every page')
    for (const gone of ['导出 Excel', '退出登录', '查询条件', '清空']) must(!list.includes(gone), `the print shows ${gone}`)

    await page.goto(`${address}/work/registry/institutions/GZ-A04`)
    await page.getByText('广州东方职业技术学院培训中心').first().waitFor()
    const record = await printed(page, join(out, 'print-record.pdf'))
    must(record.includes('GZ-A04') && !record.includes('工作台'), 'the record prints its menu or not its number')
  },
}
