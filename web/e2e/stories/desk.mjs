// SPDX-License-Identifier: Apache-2.0
// The month at the planning desk, by two hands: the exam organisation drafts, the city bureau releases (G-73, S-2.3).
import { deskStep, enter, enterValue, freezeQuickly, must, refusal, signIn, signOut, typeSignIn } from '../steps.mjs'

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

async function openAnew(page, reason, source) {
  await page.locator('.next').getByRole('button', { name: '编制新版本' }).click()
  if (source) await page.locator('#source').fill(source)
  await page.locator('#anew').fill(reason)
  await page.locator('.next').getByRole('button', { name: '保存' }).click()
}

/** One announces, another confirms, and the desk goes back to the first. */
async function seed({ page, context, address, people, month }, value) {
  await enterValue(page, value, '录入公开值', '公开值已录入')
  await signOut(context)
  await enter(page, address, people.shiju)
  await page.goto(`${address}/work/desk/${month}`)
  await enterValue(page, value, '复核公开值', '种子已形成')
  await signOut(context)
  await enter(page, address, people.kaoshi)
  await page.goto(`${address}/work/desk/${month}`)
}

async function draw(page) {
  await deskStep(page, '开始排考', '排考已开始')
  await page.locator('.next').getByRole('button', { name: '提交', exact: true }).waitFor({ timeout: 90_000 })
}

export default {
  '登录失败时说明原因，不透露账户是否存在': async ({ page, address }) => {
    const told = []
    for (const account of ['kaoshi', 'nobody-here']) {
      await typeSignIn(page, address, { account, password: 'wrong-password-123' })
      told.push(await page.getByRole('alert').first().innerText())
      must(page.url().includes('/sign-in'), 'a wrong password let somebody in')
    }
    must(told[0] === told[1], `the refusals differ: ${told.join(' | ')}`)
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

  '考试机构冻结、形成种子、排考、提交，市局写明理由退回，改后公示，上月随之不能重排': async ({ page, context, address, people, published, collecting, out }) => {
    await enter(page, address, people.kaoshi)
    await page.goto(`${address}/work/desk/${collecting}`)
    await freezeQuickly(page, address)
    await seed({ page, context, address, people, month: collecting }, '演示 01 02 03 04 05 06')
    const streams = []
    page.on('response', (response) => response.url().endsWith('/progress') && streams.push(response.headers()['content-type']))
    await watchProgress(page)
    await draw(page)
    must(streams.some((type) => type?.startsWith('text/event-stream')), `no stream of progress was opened: ${streams}`)
    const shown = await page.evaluate(() => window.shownProgress)
    must(shown.some(([done, limit]) => done > 0 && done < limit), `no work on its way was shown: ${JSON.stringify(shown)}`)
    await page.screenshot({ path: `${out}/desk-drawn.png`, fullPage: true })
    must((await page.getByRole('button', { name: '公示计划' }).count()) === 0, 'the exam organisation may publish')
    const publish = await page.request.post(`${address}/api/desk/${collecting}/publish`, { headers: { 'x-ankao': '1' }, data: {} })
    must(publish.status() === 403, `the exam organisation published: ${publish.status()}`)
    await deskStep(page, '提交', '计划已提交')

    await signOut(context)
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/desk/${collecting}`)
    await page.locator('.next').getByRole('button', { name: '退回', exact: true }).click()
    const back = page.getByRole('dialog')
    must(await back.getByRole('button', { name: '退回', exact: true }).isDisabled(), 'a plan may be returned without a reason')
    await back.locator('textarea').fill('演示：请核对补考批次')
    await back.getByRole('button', { name: '退回', exact: true }).click()
    await page.getByText('计划已退回').first().waitFor()
    must((await page.request.get(`${address}/api/plans/${collecting}`)).status() === 404, 'a returned plan is public')

    await signOut(context)
    await enter(page, address, people.kaoshi)
    await page.goto(`${address}/work/desk/${collecting}`)
    await page.getByText('演示：请核对补考批次').first().waitFor()
    await openAnew(page, '演示：补考批次已核对')
    await page.getByText('已开始编制').first().waitFor()
    await page.getByText('第 2 版').first().waitFor()
    await freezeQuickly(page, address)
    await seed({ page, context, address, people, month: collecting }, '演示 11 12 13 14 15 16')
    await draw(page)
    await deskStep(page, '提交', '计划已提交')

    await signOut(context)
    await enter(page, address, people.shiju)
    await page.goto(`${address}/work/desk/${collecting}`)
    await deskStep(page, '公示计划', '计划已公示')

    await signOut(context)
    await page.goto(`${address}/plans/${collecting}`)
    await page.getByText('已公示').first().waitFor()
    const record = await (await page.request.get(`${address}/api/plans/${collecting}`)).json()
    must(record.check.lawful, 'a plan was published that the independent checker refuses')
    must(record.public_value === '演示 11 12 13 14 15 16', `the record cites another public value: ${record.public_value}`)
    must(!before(record.greedy, record.levels), `the plan ${JSON.stringify(record.levels)} is worse than the greedy one ${JSON.stringify(record.greedy)}`)

    const formerly = await (await page.request.get(`${address}/api/plans/${published}`)).json()
    await enter(page, address, people.kaoshi)
    await page.goto(`${address}/work/desk/${published}`)
    await openAnew(page, '演示：一个考试点停电', '演示：改用次日的公开数值')
    await refusal(page, collecting)
    const still = await (await page.request.get(`${address}/api/plans/${published}`)).json()
    must(still.version === formerly.version && still.stage === 'published', `the public sees version ${still.version} in stage ${still.stage}`)
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
