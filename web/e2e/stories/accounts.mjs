// SPDX-License-Identifier: Apache-2.0
// Accounts: created by the administrator, own password at the first sign-in, disabled accounts refused.
import { enter, must, refusal, signOut, typeSignIn } from '../steps.mjs'

async function createAccount(page, address, account) {
  await page.goto(`${address}/work/accounts`)
  await page.getByRole('button', { name: '开立账户' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.locator('#new-account').fill(account)
  await drawer.locator('#new-name').fill('演示审计员')
  await drawer.locator('#new-role').selectOption('auditor')
  await drawer.getByRole('button', { name: '开立账户' }).click()
  const once = page.getByRole('dialog').filter({ hasText: '一次性密码' })
  await once.waitFor()
  const password = (await once.locator('code').first().innerText()).trim()
  await once.getByRole('button', { name: '关闭' }).click()
  return password
}

export default {
  '管理员开立账户，首次登录必须改密码，改后才能使用': async ({ page, context, address, people, out }) => {
    await enter(page, address, people.guanli)
    const password = await createAccount(page, address, 'shenjiyi')
    await page.screenshot({ path: `${out}/accounts.png` })
    await signOut(context)
    await typeSignIn(page, address, { account: 'shenjiyi', password })
    await page.waitForURL('**/work/me**')
    await page.getByText('首次登录须先修改密码').waitFor()
    const early = await page.request.get(`${address}/api/desk`)
    must(early.status() === 403, `before the password was changed the desk answered ${early.status()}`)
    await page.goto(`${address}/work/desk`)
    await page.waitForURL('**/work/me**')
    await page.locator('#present').fill(password)
    await page.locator('#new-password').fill('short')
    await page.locator('#again').fill('short')
    await page.locator('form').getByRole('button', { name: '修改密码' }).click()
    await refusal(page, /密码|口令/)
    await page.locator('#present').fill(password)
    await page.locator('#new-password').fill('榕树下的旧码头-47')
    await page.locator('#again').fill('榕树下的旧码头-47')
    await page.locator('form').getByRole('button', { name: '修改密码' }).click()
    await page.waitForURL(/\/work(\/desk)?$/)
    await page.goto(`${address}/work/desk`)
    await page.getByText('2026').first().waitFor()
  },

  '停用的账户立即退出，不能再登录，启用后恢复': async ({ page, context, browser, address, people }) => {
    await enter(page, address, people.guanli)
    const turn = async (verb, said) => {
      await page.goto(`${address}/work/accounts?q=quju`)
      await page.getByRole('row', { name: 'quju' }).getByRole('button', { name: verb, exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
      await page.getByText(said).first().waitFor()
    }
    const other = await browser.newContext({ locale: 'zh-CN' })
    const desk = await other.newPage()
    await enter(desk, address, people.quju)
    await turn('停用', '账户已停用')
    const who = await (await desk.request.get(`${address}/api/session`)).json()
    must(!who.account, 'a disabled account is still signed in')
    await typeSignIn(desk, address, { account: 'quju', password: people.quju.password }) // no code is asked of a disabled account
    await refusal(desk, /停用|账户或/)
    must(desk.url().includes('/sign-in'), 'a disabled account signed in')
    await turn('启用', '账户已启用')
    await enter(desk, address, people.quju)
    await other.close()
    await signOut(context)
  },

  '市局和机构不能开立账户': async ({ page, context, address, people }) => {
    for (const person of [people.shiju, people.jigou]) {
      await signOut(context)
      await enter(page, address, person)
      const answer = await page.request.post(`${address}/api/accounts`, { headers: { 'x-ankao': '1' }, data: { account: 'toudou', name: '越权', role: 'administrator' } })
      must(answer.status() === 403, `${person.account} created an account: ${answer.status()}`)
    }
    must((await page.request.post(`${address}/api/accounts`, { data: { account: 'toudou', name: '越权', role: 'auditor' } })).status() >= 400, 'a call without the header of these pages was taken')
  },
}
