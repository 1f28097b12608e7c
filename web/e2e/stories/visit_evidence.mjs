// SPDX-License-Identifier: Apache-2.0
// What a telephone takes along from a visit: a video of 50 MB, broken off and gone on, and the number of a witness, never in clear.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { until } from '../own.mjs'
import { enter, must } from '../steps.mjs'
import { campaign, headers, item, opened, phone, planned, targetOf, visitOf } from '../visits.mjs'

export const worker = true

const limit = 50 * 1024 * 1024

/** A film as a telephone writes it: its head, then noise that no filter makes smaller. */
function film(size) {
  const bytes = Buffer.alloc(size)
  for (let i = 0; i < size; i += 4) bytes.writeInt32LE((Math.imul(i, 0x9e3779b1) ^ (i >>> 7)) | 0, i)
  bytes.writeUInt32BE(24, 0)
  bytes.write('ftypmp42', 4, 'latin1')
  bytes.writeUInt32BE(0, 12)
  bytes.write('mp42isom', 16, 'latin1')
  bytes.writeUInt32BE(size - 24, 24)
  bytes.write('mdat', 28, 'latin1')
  return bytes
}

async function begun(page, address, people, at) {
  await page.setViewportSize(phone)
  await enter(page, address, people.shiju)
  await campaign(page, address)
  return planned(page, address, await targetOf(page, address, 'theory_site', at))
}

export default {
  '50 MB 的视频真的上传：中断后从断点续传，一字不差；多一个字节即被拒绝': async ({ page, context, address, people }) => {
    const id = await begun(page, address, people, 11)
    const folder = mkdtempSync(join(tmpdir(), 'ankao-film-'))
    try {
      const bytes = film(limit)
      const path = join(folder, '现场.mp4')
      writeFileSync(path, bytes)
      await opened(page, address, id)
      let parts = 0
      await page.route('**/api/uploads/*/parts**', async (route) => {
        parts += 1
        // What the browser gave up by itself needs no answer any more.
        if (parts !== 40) return route.continue().catch(() => {})
        await context.setOffline(true)
        return route.abort('internetdisconnected').catch(() => {})
      })
      await page.locator('#film-A23-2-1').setInputFiles(path)
      while (parts < 40) await page.waitForTimeout(50)
      await page.unroute('**/api/uploads/*/parts**')
      const resumed = []
      page.on('request', (one) => one.url().includes('/parts') && resumed.push(one.url()))
      await context.setOffline(false)
      const files = await until(page, `${address}/api/visits/${id}/files`, (body) => body.items.length === 1, 'the film arrived')
      must(resumed.length > 0 && resumed.length <= 62, `it goes on after part 39 of 100: ${resumed.length} more`)
      const one = await (await page.request.get(`${address}/api/attachments/${files.items[0].id}`)).json()
      must(one.size === limit && one.device_digest, JSON.stringify(one))
      const sent = await (await page.request.get(`${address}/api/attachments/${one.id}/content`)).body()
      must(createHash('sha256').update(sent).digest('hex') === createHash('sha256').update(bytes).digest('hex'), 'what arrived is another film')
      const over = await page.request.post(`${address}/api/uploads`, { headers, data: { id: 'film-one-byte-more-1', subject_kind: 'visit_item', subject: `${id}:A23-2-1`, name: '长.mp4', size: limit + 1, type: 'video/mp4' } })
      const said = await over.json()
      must(over.status() === 413 && said.title.includes('超过上限 50 MB'), `one byte more: ${over.status()} ${JSON.stringify(said)}`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },

  '断网时登记的见证人身份证号在手机上只有密文，恢复后照常送达': async ({ page, context, address, people }) => {
    const number = '11010519491231002X' // the example of GB 11643-1999
    const id = await begun(page, address, people, 12)
    await opened(page, address, id)
    await context.setOffline(true)
    const signer = page.locator('[data-signer="unit"]')
    await signer.getByRole('button', { name: '签名', exact: true }).click()
    await signer.getByText('拒绝签名').click()
    await signer.getByLabel('见证人姓名').fill('刘见证')
    await signer.getByLabel('身份证号').fill(number)
    await signer.getByRole('button', { name: '登记见证人' }).click()
    await page.getByText('1 项待发送').first().waitFor()
    const kept = await page.evaluate(() => new Promise((done) => {
      const asked = indexedDB.open('ankao-outbox')
      asked.onsuccess = () => {
        const all = asked.result.transaction('drafts').objectStore('drafts').getAll()
        all.onsuccess = () => done(JSON.stringify(all.result))
      }
    }))
    must(kept.includes('刘见证') && !kept.includes(number) && !kept.includes('194912310'), `the number stands in clear: ${kept}`)
    must(kept.includes('1101**********002X'), 'its masked text stands beside it')
    // A page opened again knows the key, and nobody can take it out.
    await context.setOffline(false)
    await page.goto(`${address}/work/visits/${id}`)
    for (let i = 0; i < 100 && !(await visitOf(page, address, id)).record.witnesses.length; ++i) await page.waitForTimeout(100)
    const { witnesses } = (await visitOf(page, address, id)).record
    must(witnesses.length === 1 && witnesses[0].name === '刘见证' && witnesses[0].number.endsWith('002X'), JSON.stringify(witnesses))
  },
}
