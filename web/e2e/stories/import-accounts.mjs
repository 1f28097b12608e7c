// SPDX-License-Identifier: Apache-2.0
// A table with errors: checked, taken back marked, corrected in that very file, applied; the same file again changes nothing.
import { readFileSync } from 'node:fs'

import { changeCells, gb18030 } from '../sheets.mjs'
import { enter, must, signOut, upload } from '../steps.mjs'

const summary = (page) => page.locator('.summary').innerText()

export default {
  '账户表：核对、标注、在标注的文件里更正、导入，再次导入不重复': async ({ page, context, address, people, out }) => {
    await enter(page, address, people.guanli)
    await page.goto(`${address}/work/accounts`)
    await page.getByRole('link', { name: '批量导入' }).click()
    const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载模板' }).click()])
    const filled = changeCells(readFileSync(await template.path()), '账户', { A2: 'e2e.one', B2: '甲', C2: '培训机构', D2: 'GZ-A01', A3: '9坏', B3: '乙', C3: '校长', D3: '', A4: 'e2e.two', B4: '丙', C4: '区应急管理局', D4: '440106' })
    await upload(page, 'account-file', '账户.xlsx', filled)
    await page.getByText('需要更正').waitFor()
    const told = await page.locator('table.grid tbody').innerText()
    must(/3\s+角色\s+校长/.test(told) && told.includes('不在可选内容之中'), `cells are not named: ${told}`)
    const [marked] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载标注的文件' }).click()])
    must(marked.suggestedFilename() === '账户-标注.xlsx', `the marked file is called ${marked.suggestedFilename()}`)
    await page.screenshot({ path: `${out}/import-errors.png`, fullPage: true })
    const corrected = changeCells(readFileSync(await marked.path()), '账户', { A3: 'e2e.three', C3: '培训机构', D3: 'GZ-A02' })
    await upload(page, 'account-file', '账户-标注.xlsx', corrected)
    await page.getByText('核对完成').waitFor()
    must((await summary(page)).includes('新增 3 条'), await summary(page))
    await page.getByRole('button', { name: '导入', exact: true }).press('Enter')
    await page.getByText('账户已开通').first().waitFor()
    const row = page.locator('.once tbody tr').first()
    const [account, password] = [await row.locator('td').nth(0).innerText(), await row.locator('td').nth(1).innerText()]
    await page.screenshot({ path: `${out}/import-secrets.png`, fullPage: true })
    await upload(page, 'account-file', '账户-标注.xlsx', corrected)
    await page.getByText('核对完成').waitFor()
    must((await summary(page)).includes('不变 3 条'), await summary(page))
    // A table sent again because its answer was lost counts once, and its passwords are not told again.
    const again = changeCells(corrected, '账户', { A2: 'e2e.four', A3: 'e2e.five', A4: 'e2e.six' })
    const send = () => page.request.post(`${address}/api/accounts/import`, { headers: { 'x-ankao': '1', 'x-ankao-draft': '3e2e5a5e-9f1d-4c43-8b0e-2f6a1f0c9d11' }, multipart: { dry_run: 'false', file: { name: '账户.xlsx', mimeType: 'application/octet-stream', buffer: again } } })
    const first = await (await send()).json()
    const retried = await send()
    const kept = await retried.json()
    must(first.stored && first.added === 3 && first.secrets.length === 3, JSON.stringify(first))
    must(retried.headers()['x-ankao-kept'] === '1' && kept.added === 3 && kept.secrets.length === 0 && kept.remarks.join().includes('只告知一次'), JSON.stringify(kept))
    await signOut(context)
    const signed = await page.request.post(`${address}/api/session`, { headers: { 'x-ankao': '1' }, data: { account, password } })
    must(signed.ok(), `the new account cannot sign in: ${signed.status()}`)
  },

  '放假安排：GB18030 文本，手机宽度，来源写明后才能导入': async ({ page, address, people, out }) => {
    await enter(page, address, people.shiju)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${address}/work/holidays/import`)
    const wrong = '类型,开始日期,结束日期,节日\r\n放假,2027-01-03,2027-01-01,元旦\r\n'
    await page.locator('#import-source').fill('国务院办公厅关于2027年部分节假日安排的通知（演示，非真实安排）')
    await upload(page, 'holiday-file', '放假.csv', gb18030(wrong))
    await page.getByText('需要更正').waitFor()
    const told = await page.locator('table.grid tbody').innerText()
    must(told.includes('截止日期') && told.includes('早于开始日期'), told)
    must((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360, 'the page is wider than the phone')
    await page.screenshot({ path: `${out}/import-phone.png`, fullPage: true })
  },
}
