// SPDX-License-Identifier: Apache-2.0
// The auditor: opens the proof of an event, takes the log out, verifies it with the independent program, and finds a changed byte.
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

import { must, signIn } from '../steps.mjs'

const run = promisify(execFile)

/** What the program says, and its exit code. */
async function verified(ankao, words) {
  try {
    const { stdout } = await run(join(dirname(ankao), 'ankao-ledger-verify'), words)
    return { code: 0, said: stdout }
  } catch (error) {
    return { code: error.code, said: error.stdout ?? '' }
  }
}

export default {
  '审计员查看记录凭证、导出台账并用独立程序核验，改动一个字节即被指出': async ({ page, address, people, out, ankao }) => {
    await signIn(page, address, people.shenji)
    await page.goto(`${address}/work/ledger`)
    await page.getByRole('link', { name: '凭证' }).first().click()
    await page.locator('.tag', { hasText: '证明成立' }).waitFor()
    await page.getByText('记录内容与叶哈希相符').waitFor()
    await page.goto(`${address}/work/ledger`)
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出台账' }).click()
    const file = join(out, 'ankao-ledger.bin')
    await (await waiting).saveAs(file)
    const key = (await (await page.request.get(`${address}/api/ledger/key`)).json()).point
    const { checkpoint } = await (await page.request.get(`${address}/api/ledger/checkpoint`)).json()
    const good = await verified(ankao, [file, '--key', key, '--seen', `${checkpoint.size}:${checkpoint.root}`])
    must(good.code === 0 && good.said.includes(`signed up to ${checkpoint.size}`), `the export does not hold: ${good.said}`)
    must(!readFileSync(file).includes('演示·'), 'the export names a person')

    const bytes = readFileSync(file)
    const at = bytes.indexOf('plan.publish') > 0 ? bytes.indexOf('plan.publish') : Math.floor(bytes.length / 2)
    bytes[at] ^= 1
    writeFileSync(`${file}.changed`, bytes)
    const bad = await verified(ankao, [`${file}.changed`, '--key', key])
    must(bad.code === 1 && /event \d+, byte \d+/.test(bad.said), `a changed byte was not found: ${bad.said}`)
  },

  '任何人都能在公开台账上重新计算一条记录的证明': async ({ page, address, out }) => {
    await page.goto(`${address}/ledger`)
    await page.locator('#event-number').fill('1')
    await page.getByRole('button', { name: '计算证明' }).click()
    await page.locator('.tag', { hasText: '证明成立' }).waitFor()
    await page.screenshot({ path: `${out}/open-ledger.png`, fullPage: true })
    await page.goto(`${address}/ledger`)
    await page.locator('#event-number').fill('99999999')
    await page.getByRole('button', { name: '计算证明' }).click()
    await page.getByRole('alert').first().waitFor()
  },
}
