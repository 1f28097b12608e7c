// SPDX-License-Identifier: Apache-2.0
// The second factor of somebody who decides: first sign-in, binding, codes, a recovery code once, the administrator's unbinding.
import { freshCode } from '../../tools/codes.mjs'
import { enter, must, refusal, signOut, typeCode, typeSignIn } from '../steps.mjs'

const chosen = '榕树下的旧码头-48'

async function openAccount(page, address, account) {
  await enter(page, address, account.by)
  const answer = await page.request.post(`${address}/api/accounts`, { headers: { 'x-ankao': '1' }, data: { account: account.id, name: '演示·新任', role: 'city_bureau' } })
  must(answer.status() === 201, `the account was not opened: ${answer.status()}`)
  return (await answer.json()).password
}

async function changePassword(page, present) {
  await page.locator('#present').fill(present)
  await page.locator('#new-password').fill(chosen)
  await page.locator('#again').fill(chosen)
  await page.locator('form').getByRole('button', { name: '修改密码' }).click()
}

/** On the page that shows the picture: takes the secret, types its code, keeps the recovery codes. */
async function bind(page, address) {
  await page.locator('svg.qr').waitFor()
  const secret = (await page.locator('.copy.block code').innerText()).replaceAll(' ', '')
  await page.locator('#code').fill('000000')
  await page.getByRole('button', { name: '绑定', exact: true }).click()
  await refusal(page, /动态口令/)
  await page.locator('#code').fill(await freshCode(address, secret))
  await page.getByRole('button', { name: '绑定', exact: true }).click()
  await page.getByText('10 个恢复码').waitFor()
  const codes = (await page.locator('.copy.block code').innerText()).trim().split(/\s+/)
  must(codes.length === 10, `${codes.length} recovery codes`)
  await page.getByLabel('恢复码已保存').check()
  await page.getByRole('button', { name: '完成' }).click()
  return { secret, codes }
}

export default {
  '首次登录：改密码，绑定动态口令，之后每次登录都要口令；恢复码用一次；管理员解除后重新绑定': async ({ page, context, address, people, out }) => {
    const password = await openAccount(page, address, { id: 'xinren', by: people.guanli })
    await signOut(context)
    await typeSignIn(page, address, { account: 'xinren', password })
    await page.waitForURL('**/work/me**')
    await changePassword(page, password)
    await page.getByText('绑定动态口令').first().waitFor()
    must((await page.request.get(`${address}/api/desk`)).status() === 401, 'a half sign-in opened the desk')
    await page.screenshot({ path: `${out}/second-bind.png`, fullPage: true })
    const { secret, codes } = await bind(page, address)
    await page.waitForURL(/\/work(\/me)?$/)
    must((await page.request.get(`${address}/api/desk`)).ok(), 'the desk stays shut after the binding')

    await signOut(context)
    await typeSignIn(page, address, { account: 'xinren', password: chosen })
    await page.getByRole('heading', { name: '输入动态口令' }).waitFor()
    await page.reload() // a half sign-in goes on where it stood
    await typeCode(page, '000000')
    await refusal(page, /动态口令或恢复码不正确/)
    await page.screenshot({ path: `${out}/second-code.png` })
    await typeCode(page, await freshCode(address, secret))
    await page.waitForURL('**/work')

    for (const works of [true, false]) {
      await signOut(context)
      await typeSignIn(page, address, { account: 'xinren', password: chosen })
      await page.getByRole('button', { name: /恢复码/ }).click()
      await typeCode(page, codes[0])
      if (works) await page.waitForURL('**/work')
      else await refusal(page, /动态口令或恢复码不正确/)
    }
    await page.locator('#code').fill(codes[1])
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.waitForURL('**/work')
    await page.goto(`${address}/work/me`)
    await page.getByText('剩余 8 个').waitFor()

    await signOut(context)
    await enter(page, address, people.guanli)
    await page.goto(`${address}/work/accounts?q=xinren`)
    await page.getByRole('row', { name: 'xinren' }).getByRole('button', { name: '解除动态口令' }).click()
    await page.locator('#confirm-reason').fill('手机遗失，本人到场申请')
    await page.getByRole('dialog').getByRole('button', { name: '解除动态口令' }).click()
    await page.getByText('动态口令已解除').first().waitFor()
    await signOut(context)
    await typeSignIn(page, address, { account: 'xinren', password: chosen })
    await bind(page, address)
    await page.waitForURL('**/work')
    await page.goto(`${address}/work/notices`)
    await page.getByText('管理员已解除动态口令绑定').first().waitFor()
  },
}
