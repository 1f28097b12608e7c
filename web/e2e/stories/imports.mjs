// SPDX-License-Identifier: Apache-2.0
// Files from an official's desk: Annex 6 in the encoding Chinese Excel writes, and files that are not what they say.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { gb18030 } from '../sheets.mjs'
import { enter, must, refusal, signOut, upload } from '../steps.mjs'

const rows = (answer) => answer.then((body) => body.total)

export default {
  '附件6的 GB18030 文本先核对，列出疑点，不写入': async ({ page, address, people, ankao, out }) => {
    const csv = join(out, 'annex6-a.csv')
    await promisify(execFile)(ankao, ['registry', 'export', '--raw', '--table', 'a', '--format', 'csv', '--out', csv])
    const bytes = gb18030(readFileSync(csv, 'utf8').replace(/^\uFEFF/, ''))
    await enter(page, address, people.shiju)
    const count = () => rows(page.request.get(`${address}/api/registry/institutions?size=1`).then((answer) => answer.json()))
    const before = await count()
    await page.goto(`${address}/work/registry/import`)
    await upload(page, 'table-file', '附件6表一.csv', bytes)
    await page.getByText('识别疑点').waitFor({ timeout: 30_000 })
    must(/表一 54 行/.test(await page.locator('.summary').innerText()), await page.locator('.summary').innerText())
    const rules = new Set(await page.locator('section .grid code').allInnerTexts())
    must(rules.size >= 10 && [...rules].every((rule) => /^X-\d+$/.test(rule)), `anomalies shown: ${[...rules]}`)
    await page.getByText('核对完成').or(page.getByText('需要更正')).first().waitFor()
    must((await count()) === before, 'a dry run changed the register')
    await page.screenshot({ path: `${out}/annex6-import.png` })
  },

  '改名为 xlsx 的图片和截断的文件被拒绝，说明怎么办': async ({ page, address, people }) => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/registry/import`)
    await upload(page, 'table-file', '名录.xlsx', png)
    const told = await refusal(page, /不是|无法|不支持/)
    must(/xlsx|Excel|CSV/i.test(told), `no remedy is named: ${told}`)
    const template = Buffer.from(await (await page.request.get(`${address}/api/registry/imports/template`)).body())
    await upload(page, 'table-file', '名录.xlsx', template.subarray(0, template.length / 2))
    await refusal(page, /损坏|不完整|截断/)
    await upload(page, 'table-file', '空.csv', Buffer.from(''))
    await refusal(page, /空/)
  },

  '没有导入权限的账户不能导入': async ({ page, context, address, people }) => {
    for (const person of [people.jigou, people.quju, people.shenji]) {
      await signOut(context)
      await enter(page, address, person)
      const answer = await page.request.post(`${address}/api/registry/imports`, { headers: { 'x-ankao': '1' }, multipart: { table: 'a', dry_run: 'true', file: { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('序号\n1\n') } } })
      must(answer.status() === 403, `${person.account} may import the register: ${answer.status()}`)
    }
  },
}
