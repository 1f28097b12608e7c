// SPDX-License-Identifier: Apache-2.0
// A district officer signs in by the government identity provider; a real provider answers.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { freshCode } from '../../tools/codes.mjs'
import { enter, must, typeCode } from '../steps.mjs'

const here = dirname(fileURLToPath(import.meta.url))

const freePort = () => new Promise((found) => {
  const server = createServer()
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    server.close(() => found(port))
  })
})

function spoken(child, pattern) {
  return new Promise((found, failed) => {
    child.stdout.on('data', (bytes) => {
      const match = String(bytes).match(pattern)
      if (match) found(match[1])
    })
    child.on('exit', (code) => failed(new Error(`${child.spawnfile} ended with code ${code}`)))
  })
}

/** A copy of the city served by the real clock, with the provider's settings; the other stories live in another month. */
async function withProvider({ ankao, database, environment, assets }, story) {
  const folder = mkdtempSync(join(tmpdir(), 'ankao-provider-'))
  cpSync(dirname(database.replace('sqlite:', '')), folder, { recursive: true })
  const port = await freePort()
  const redirect = `http://127.0.0.1:${port}/sign-in/provider`
  const provider = spawn(process.execPath, [join(here, '../provider.mjs'), redirect], { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, NODE_ENV: 'test' } })
  let server
  try {
    const issuer = await spoken(provider, /provider (\S+)/)
    writeFileSync(join(folder, 'oidc.yaml'), `issuer: ${issuer}\nclient_id: ankao\nclient_secret: a secret of the test\nredirect: ${redirect}\nname_zh: 演示政务身份\nname_en: demo identity\n`, { mode: 0o600 })
    // The provider lives in the real present, so this server does too: tokens are checked by the clock.
    server = spawn(ankao, ['serve', '--database', `sqlite:${join(folder, 'ankao.db')}`, '--port', String(port), '--assets', assets, '--oidc', join(folder, 'oidc.yaml')], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...environment, LD_PRELOAD: '' } })
    await story(await spoken(server, /(http:\/\/\S+)/))
  } finally {
    server?.kill('SIGTERM')
    provider.stdin.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function signInAt(page, address, name) {
  await page.goto(`${address}/sign-in`)
  await page.getByRole('button', { name: '用演示政务身份登录' }).click()
  await page.locator('input[name=login]').fill(name)
  await page.locator('input[name=password]').fill('x')
  await page.locator('button[type=submit]').click()
  await page.locator('button[type=submit]').click() // the provider asks whether the platform may know
}

export default {
  '政务身份：未对应的身份被拒并说明编号，管理员对应后可以登录': async ({ browser, people, ...world }) => {
    await withProvider(world, async (address) => {
      const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1366, height: 768 } })
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      try {
        await signInAt(page, address, 'gov-officer-7')
        await page.getByText('政务身份“gov-officer-7”还没有对应的账户').waitFor()
        must(!page.url().includes('code='), 'the code does not stay in the address')
        await context.clearCookies()

        await enter(page, address, people.guanli)
        await page.goto(`${address}/work/accounts`)
        await page.getByRole('row').filter({ hasText: people.quju.account }).getByRole('button', { name: '政务身份' }).click()
        await page.locator('#subject').fill('gov-officer-7')
        await page.getByRole('dialog').getByRole('button', { name: '对应', exact: true }).click()
        await page.getByRole('dialog').getByText('gov-officer-7').first().waitFor()
        await context.clearCookies()

        await signInAt(page, address, 'gov-officer-7')
        await page.getByRole('heading', { name: '输入动态口令' }).waitFor() // the settings do not believe this provider's second factor
        await typeCode(page, await freshCode(address, people.quju.secret))
        await page.waitForURL('**/work')
        const who = await (await page.request.get(`${address}/api/session`)).json()
        must(who.account === people.quju.account, `signed in as ${who.account}`)
      } finally {
        await context.close()
      }
    })
  },
}
