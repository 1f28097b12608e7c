// SPDX-License-Identifier: Apache-2.0
// A visit without network, for real: the server stopped, the page closed, the browser gone with its battery, two inspectors on one list, a
// clock that is wrong, a place that is deregistered meanwhile. Nothing that the screen called kept is lost, nothing counts twice.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium } from 'playwright-core'

import { ownCity, until } from '../own.mjs'
import { enter, must, signOut } from '../steps.mjs'
import { allMet, answerRest, ask, campaign, finish, headers, item, opened, phone, photo, planned, signHere, targetOf, visitOf } from '../visits.mjs'

export const worker = true

const answersOf = async (page, address, id) => (await visitOf(page, address, id)).answers
const fault = async (page, id, reason) => {
  await item(page, id).locator('[data-part="1"]').getByText('不符合').click()
  await item(page, id).locator('[data-part="1"]').getByPlaceholder('理由').fill(reason)
  await item(page, id).getByRole('button', { name: '保存本项' }).click()
}

/** The device lives in the month of the program, or so far from it as the story says. */
function shifted(offset) {
  const Real = Date
  const now = () => Real.now() + offset
  globalThis.Date = new Proxy(Real, { construct: (target, given, asked) => (given.length ? Reflect.construct(target, given, asked) : new Real(now())), apply: () => new Real(now()).toString(), get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)) })
}
const aheadOf = async (page, address, id) => Date.parse((await visitOf(page, address, id)).record.now) - Date.now()

/** A visit of the district, made without a page. */
async function prepared(page, address, people, at, checklist = 'theory_site') {
  await enter(page, address, people.shiju)
  await campaign(page, address)
  await signOut(page.context())
  await enter(page, address, people.quju)
  const target = await targetOf(page, address, checklist, at)
  return { target, id: await planned(page, address, target) }
}

export default {
  '服务器停机、应用被关闭：照片、提问、签名都在手机上，恢复后逐一办结': async (world) => {
    await ownCity(world, '2026-12', '2026-11-23 08:00:00', async ({ people, at }) => {
      const { context } = world
      const folder = mkdtempSync(join(tmpdir(), 'ankao-film-'))
      const long = join(folder, '长.mp4')
      writeFileSync(long, Buffer.alloc(50 * 1024 * 1024 + 1))
      let page = await context.newPage()
      await page.setViewportSize(phone)
      let id = '', address = ''
      await at('2026-11-23 09:00:00', async (its) => {
        address = its
        const made = await prepared(page, address, people, 0)
        id = made.id
        await answerRest(page, address, id, ['A23-3-1', 'A23-1-2'])
        await opened(page, address, id)
        await page.getByText('拍照').first().waitFor()
      })
      // The server is stopped and the network is cut.
      await context.setOffline(true)
      await page.locator('#shot-A23-3-1').setInputFiles({ name: '消防.jpg', mimeType: 'image/jpeg', buffer: await photo(page, '消防设施') })
      await item(page, 'A23-3-1').getByText('等待上传').waitFor()
      await page.locator('#shot-A23-3-1').setInputFiles({ name: '假.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo at all') })
      await item(page, 'A23-3-1').getByText('不是可以上传的文件').waitFor()
      await page.locator('#film-A23-3-1').setInputFiles(long)
      await item(page, 'A23-3-1').getByText('视频不超过').waitFor()
      await fault(page, 'A23-3-1', '未见消防备案')
      await allMet(page, 'A23-1-2')
      await ask(page, 'A23-1-2', '3')
      await signHere(page, 'team-何队长')
      await signHere(page, 'unit', '王主任')
      await page.locator('#opinion').fill('限期补办消防备案')
      await finish(page)
      await page.getByText('项待发送').first().waitFor()
      await page.screenshot({ path: `${world.out}/visit-offline-all.png`, fullPage: true })
      await page.close()
      page = await context.newPage()
      await page.setViewportSize(phone)
      await page.goto(`${address}/work/visits/${id}`)
      await page.getByText('6 项待发送').first().waitFor()
      await page.getByText('个文件待上传').first().waitFor()
      await context.setOffline(false)
      await page.goto(`${address}/work/visits/${id}`)
      await page.getByText('6 项待发送').first().waitFor()
      await at('2026-11-23 11:00:00', async () => {
        await enter(page, address, people.quju)
        await page.goto(`${address}/work/visits/${id}`)
        await page.getByText('重新计算，结果一致').waitFor()
        const visit = await visitOf(page, address, id)
        must(visit.visit.state === 'signed' && visit.record.signatures.length === 2 && visit.record.questions.length === 1 && visit.defects.length === 1, JSON.stringify(visit.record))
        const files = (await until(page, `${address}/api/visits/${id}/files`, (body) => body.items.length > 0, 'the photo arrived')).items
        const photoThere = files.find((one) => one.item === 'A23-3-1' && one.name === '消防.jpg')
        rmSync(folder, { recursive: true })
        must(photoThere && files.length === 1, JSON.stringify(files))
        const shown = await (await page.request.get(`${address}/api/attachments/${photoThere.id}`)).json()
        must(shown.device_digest, 'the telephone and the server computed one digest')
      })
    })
  },

  '电池耗尽：浏览器整个消失，重新开机后内容仍在，只计一次': async ({ page, address, people, context }) => {
    const { id } = await prepared(page, address, people, 1)
    const cookies = await context.cookies()
    const profile = mkdtempSync(join(tmpdir(), 'ankao-profile-'))
    const ahead = await aheadOf(page, address, id)
    const start = async () => {
      const device = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'], viewport: phone, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
      await device.addInitScript(shifted, ahead)
      return device
    }
    try {
      let device = await start()
      await device.addCookies(cookies)
      let own = await device.newPage()
      await opened(own, address, id)
      await device.setOffline(true)
      await fault(own, 'A23-2-6', '没有备用电源')
      await item(own, 'A23-2-6').getByText('已存本机').waitFor()
      await device.close()
      device = await start()
      await device.addCookies(cookies)
      await device.setOffline(true)
      own = await device.newPage()
      await own.goto(`${address}/work/visits/${id}`)
      await own.getByText('1 项待发送').first().waitFor()
      await item(own, 'A23-2-6').getByText('已存本机').waitFor()
      await device.setOffline(false)
      await item(own, 'A23-2-6').getByText('已保存').waitFor()
      must((await answersOf(page, address, id)).length === 1, 'it counts once')
      await device.close()
    } finally {
      rmSync(profile, { recursive: true, force: true })
    }
  },

  '两人断网填同一张表：两个版本都保留，在手机上决定；同一项重复填写只计最后一次': async ({ page, context, browser, address, people, out }) => {
    const { id } = await prepared(page, address, people, 2)
    const second = await browser.newContext({ viewport: phone, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'allow' })
    const other = await second.newPage()
    await enter(other, address, people.shiju)
    await page.setViewportSize(phone)
    await opened(page, address, id)
    await opened(other, address, id)
    await context.setOffline(true)
    await second.setOffline(true)
    await allMet(page, 'A23-2-6')
    await fault(page, 'A23-2-6', '开关损坏')
    await page.getByText('1 项待发送').first().waitFor()
    await allMet(other, 'A23-2-6')
    await other.getByText('1 项待发送').first().waitFor()
    await context.setOffline(false)
    await item(page, 'A23-2-6').getByText('已保存').waitFor()
    await second.setOffline(false)
    await other.getByText('1 项两人填写不一致').waitFor()
    must((await answersOf(page, address, id)).length === 2, 'both versions stand')
    await page.reload()
    await item(page, 'A23-2-6').getByText('两人填写不一致').waitFor()
    await page.screenshot({ path: `${out}/visit-conflict.png`, fullPage: true })
    await context.setOffline(true)
    await item(page, 'A23-2-6').locator('[data-version]').filter({ hasText: '开关损坏' }).getByRole('button', { name: '以此为准' }).click()
    await page.getByText('1 项待发送').first().waitFor()
    await context.setOffline(false)
    await page.getByText('项两人填写不一致').waitFor({ state: 'detached' })
    const stands = await answersOf(page, address, id)
    must(stands.length === 1 && stands[0].parts[0].mark === 'not', JSON.stringify(stands))
    const versions = (await (await page.request.get(`${address}/api/visits/${id}/versions`)).json()).items
    must(versions.length === 3, `two and the decision: ${versions.length}`)
    await second.close()
  },

  '手机时间不准：平台时间为准，两个时间并列并标出': async ({ page, browser, address, people, out }) => {
    const { id } = await prepared(page, address, people, 3)
    const wrong = await browser.newContext({ viewport: phone, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'allow' })
    const ahead = (await aheadOf(page, address, id)) + 3 * 3_600_000
    await wrong.addInitScript(shifted, ahead)
    const device = await wrong.newPage()
    await enter(device, address, people.quju)
    await opened(device, address, id)
    await device.getByText('本机时间比平台快约 3 小时').waitFor()
    await wrong.setOffline(true)
    await allMet(device, 'A23-2-6')
    await item(device, 'A23-2-6').getByText('已存本机').waitFor()
    await wrong.setOffline(false)
    await item(device, 'A23-2-6').getByText('本机时间不准').waitFor()
    const [kept] = await answersOf(page, address, id)
    must(kept.clock_wrong && Date.parse(kept.device_at) - Date.parse(kept.at) > 2 * 3_600_000, JSON.stringify(kept))
    await device.getByText('全部填写记录').click()
    await device.locator('li', { hasText: '平台时间' }).first().waitFor()
    await device.screenshot({ path: `${out}/visit-clock.png`, fullPage: true })
    await wrong.close()
  },

  '检查期间该考试点被注销：说明清楚，已填内容不丢，检查照常签字': async ({ page, context, address, people, out }) => {
    const { id, target } = await prepared(page, address, people, 4)
    await page.setViewportSize(phone)
    await opened(page, address, id)
    await context.setOffline(true)
    await allMet(page, 'A23-2-6')
    await item(page, 'A23-2-6').getByText('已存本机').waitFor()
    await context.setOffline(false)
    await item(page, 'A23-2-6').getByText('已保存').waitFor()
    const site = target.id.split(':')[1]
    await signOut(context)
    await enter(page, address, people.shiju)
    const found = await (await page.request.get(`${address}/api/registry/sites/${site}`)).json()
    const gone = await page.request.post(`${address}/api/registry/sites/${site}/deregister`, { headers, data: { version: (found.site ?? found).version, reason: '不再承办考试' } })
    must(gone.ok(), `deregistering: ${gone.status()} ${await gone.text()}`)
    await signOut(context)
    await enter(page, address, people.quju)
    await page.reload()
    await page.getByText('注销。已填写的内容照常保存').waitFor()
    await page.screenshot({ path: `${out}/visit-gone.png` })
    await answerRest(page, address, id)
    await page.reload()
    await ask(page, 'A23-1-2', '3')
    await item(page, 'A23-1-2').getByText('按计划组织考试').waitFor()
    await signHere(page, 'team-何队长')
    await signHere(page, 'unit', '王主任')
    await page.locator('[data-signer="unit"]').getByText('已签名').waitFor()
    await finish(page)
    await page.getByText('重新计算，结果一致').waitFor()
    const again = await page.request.post(`${address}/api/visits`, { headers, data: { campaign: 'SI-2026', phase: 'spot', target: target.id, planned: '2026-12-05', team: [] } })
    must(!again.ok(), 'no new visit is planned there')
  },
}
