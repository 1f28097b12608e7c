// SPDX-License-Identifier: Apache-2.0
// The month at the planning desk, by two hands: the exam organisation drafts, the city bureau releases (G-73, S-2.3).
import { deskStep, must, signIn, signOut } from '../steps.mjs'

/** Better in the first level that differs (draw.md, Levels). */
function before(plan, greedy) {
  const level = ['u', 'e', 'x', 'j', 'v', 'q'].find((name) => plan[name] !== greedy[name])
  return level !== undefined && plan[level] < greedy[level]
}

/** Keeps every figure of the progress panel the page shows, as [done, limit]. */
async function watchProgress(page) {
  await page.evaluate(() => {
    window.shownProgress = []
    new MutationObserver(() => {
      const figures = document.querySelector('progress')?.closest('section')?.innerText.match(/（([\d,]+) \/ ([\d,]+)）/)
      if (figures) window.shownProgress.push(figures.slice(1).map((text) => Number(text.replaceAll(',', ''))))
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

export default {
  '登录失败时说明原因，不透露账户是否存在': async ({ page, address }) => {
    await page.goto(`${address}/sign-in`)
    for (const account of ['kaoshi', 'nobody-here']) {
      await page.getByLabel('账户', { exact: true }).fill(account)
      await page.getByLabel('密码', { exact: true }).fill('wrong-password-123')
      await page.locator('form').getByRole('button', { name: '登录' }).click()
      await page.getByRole('alert').first().waitFor()
      must(page.url().includes('/sign-in'), 'a wrong password let somebody in')
    }
  },

  '培训机构看不到排考台，直接访问也被拒绝': async ({ page, address, people, collecting }) => {
    await signIn(page, address, people.jigou)
    must((await page.getByRole('link', { name: '排考台' }).count()) === 0, 'the menu offers the desk')
    const answer = await page.request.get(`${address}/api/desk/${collecting}`)
    must(answer.status() === 403, `the desk answered ${answer.status()} to an institution`)
    const others = await page.request.get(`${address}/api/bookings?month=${collecting}`)
    const items = (await others.json()).items
    must(items.length > 0 && new Set(items.map((item) => item.institution)).size === 1, 'an institution sees the bookings of others')
  },

  '考试机构冻结、形成种子、排考、提交，市局公示，公众随即可查': async ({ page, context, address, people, collecting }) => {
    await signIn(page, address, people.kaoshi)
    await page.goto(`${address}/work/desk/${collecting}`)
    await deskStep(page, '冻结数据', '数据已冻结')
    await page.getByLabel(/公开数值/).fill('演示 01 02 03 04 05 06')
    await page.locator('.next').getByRole('button', { name: '形成种子' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '形成种子' }).click()
    await page.getByText('种子已形成').first().waitFor()
    const streams = []
    page.on('response', (response) => response.url().endsWith('/progress') && streams.push(response.headers()['content-type']))
    await watchProgress(page)
    await deskStep(page, '开始排考', '排考已开始')
    await page.locator('.next').getByRole('button', { name: '提交', exact: true }).waitFor({ timeout: 90_000 })
    must(streams.some((type) => type?.startsWith('text/event-stream')), `no stream of progress was opened: ${streams}`)
    const shown = await page.evaluate(() => window.shownProgress)
    must(shown.some(([done, limit]) => done > 0 && done < limit), `no work on its way was shown: ${JSON.stringify(shown)}`)
    must((await page.getByRole('button', { name: '公示计划' }).count()) === 0, 'the exam organisation may publish')
    await deskStep(page, '提交', '计划已提交')

    await signOut(context)
    await signIn(page, address, people.shiju)
    await page.goto(`${address}/work/desk/${collecting}`)
    await deskStep(page, '公示计划', '计划已公示')

    await signOut(context)
    await page.goto(`${address}/plans/${collecting}`)
    await page.getByText('已公示').first().waitFor()
    const record = await (await page.request.get(`${address}/api/plans/${collecting}`)).json()
    must(record.check.lawful, 'a plan was published that the independent checker refuses')
    must(!before(record.greedy, record.levels), `the plan ${JSON.stringify(record.levels)} is worse than the greedy one ${JSON.stringify(record.greedy)}`)
  },

  '市局查看一个机构的登记和时间线': async ({ page, address, people }) => {
    await signIn(page, address, people.shiju)
    await page.goto(`${address}/work/registry/institutions/GZ-A04`)
    await page.getByText('广州东方职业技术学院培训中心').first().waitFor()
  },

  '退出后会话失效': async ({ page, address, people }) => {
    await signIn(page, address, people.shenji)
    const ended = await page.request.delete(`${address}/api/session`, { headers: { 'x-ankao': '1' } })
    must(ended.ok(), `sign-out answered ${ended.status()}`)
    const who = await (await page.request.get(`${address}/api/session`)).json()
    must(!who.account, 'the session still stands after signing out')
  },
}
