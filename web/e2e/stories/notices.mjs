// SPDX-License-Identifier: Apache-2.0
// A person chooses where they are told and tries it; what fails is seen by the administrator with its reason and sent again.
import { createServer } from 'node:http'

import { ownCity, until } from '../own.mjs'
import { enter, must } from '../steps.mjs'

/** A receiver of webhooks that answers as told. */
async function receiver() {
  const got = []
  let status = 404
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => (got.push(JSON.parse(body)), response.writeHead(status).end()))
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  return { origin: `http://127.0.0.1:${server.address().port}`, got, answer: (next) => (status = next), stop: () => server.close() }
}

export default {
  '收件箱、铃、通知方式、送达失败与重新送达': async ({ page, context, ...world }) => {
    const hook = await receiver()
    try {
      await ownCity(world, '2026-05', '2026-04-10 09:00:00', async ({ people, at }) => {
        await at('2026-04-10 09:05:00', async (address) => {
          await enter(page, address, people.quju)
          await page.goto(`${address}/work/notices`)
          await page.locator('#channel-mail').waitFor()
          await page.getByText('平台尚未设置邮件服务器').waitFor()
          await page.locator('#channel-webhook').fill('http://169.254.169.254/latest')
          await page.getByRole('button', { name: '保存', exact: true }).click()
          await page.getByRole('alert').first().waitFor()
          await page.locator('#channel-webhook').fill(`${hook.origin}/hook/secret-of-mine`)
          await page.getByLabel('期限提醒').check()
          await page.getByRole('button', { name: '保存', exact: true }).click()
          await page.getByText('通知方式已保存').first().waitFor()
          const kept = await page.locator('code').first().innerText()
          must(kept === `${hook.origin}/****`, `the address is shown as ${kept}`)
          await page.getByRole('button', { name: '发送测试通知' }).click()
          await page.getByText('测试通知已发出').first().waitFor()
          await until(page, `${address}/api/channels`, (one) => one.webhook_last?.state === 'failed', 'a refused webhook is not shown as failed')
          await page.goto(`${address}/work`)
          await page.getByRole('button', { name: '通知，1 条未读' }).click()
          await page.getByRole('dialog').getByText('安考：测试通知').click()
          await page.keyboard.press('Escape')
          await page.getByRole('button', { name: '通知，0 条未读' }).waitFor()
          await context.clearCookies()
          await enter(page, address, people.guanli)
          await page.goto(`${address}/work`)
          await page.getByText('1 条通知送达失败').click()
          await page.locator('main table').getByText('失败').first().waitFor()
          const row = await page.locator('main').innerText()
          must(!row.includes('secret-of-mine') && row.includes('quju'), `the list of deliveries says ${row}`)
          hook.answer(200)
          await page.getByRole('button', { name: '重新送达' }).click()
          await page.getByText('已重新送达').first().waitFor()
          await until(page, `${address}/api/deliveries`, (one) => one.items[0].state === 'sent', 'sent again in vain')
          must(hook.got.length === 2 && hook.got[1].title === '安考：测试通知', `the receiver got ${JSON.stringify(hook.got)}`)
        })
      }, { ANKAO_WEBHOOK_ORIGINS: hook.origin, ANKAO_WEBHOOK_KEY: 'a key of the story' })
    } finally {
      hook.stop()
    }
  },
}
