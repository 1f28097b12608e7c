// SPDX-License-Identifier: Apache-2.0
// Forms and dialogs work by keyboard and for a screen reader, and fit on a phone; whole pages: walk.mjs and walk_phone.mjs.
import { AxeBuilder } from '@axe-core/playwright'

import { enter, must } from '../steps.mjs'

async function serious(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
  return violations.filter((violation) => ['serious', 'critical'].includes(violation.impact)).map((violation) => `${violation.id}: ${violation.nodes.length} × ${violation.nodes[0].target}`)
}

export default {
  '表单和对话框没有严重的无障碍问题，手机宽度也放得下': async ({ page, address, people, out }) => {
    const faults = []
    const look = async (name, open) => {
      for (const width of [1366, 360]) {
        await page.setViewportSize({ width, height: width === 360 ? 740 : 768 })
        await open()
        if (width === 1366) for (const fault of await serious(page)) faults.push(`${name}: ${fault}`)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (wide > 1) faults.push(`${name} ${width}: ${wide} px too wide`)
        const cut = await page.evaluate(() => [...document.querySelectorAll('dialog[open], dialog[open] .body')].filter((box) => box.scrollWidth > box.clientWidth + 1).length)
        if (cut) faults.push(`${name} ${width}: the dialog scrolls sideways`)
        await page.screenshot({ path: `${out}/form-${name}-${width}.png` })
      }
    }
    const to = async (path) => {
      await page.goto(address + path, { waitUntil: 'networkidle' })
      await page.locator('h1').first().waitFor()
    }
    await enter(page, address, people.shiju)
    await look('suspension', async () => (await to('/work/suspensions'), await page.getByRole('button', { name: '登记暂停' }).click(), await page.locator('#s-who').waitFor()))
    await look('site-new', () => to('/work/registry/sites/new'))
    await look('site-edit', async () => (await to('/work/registry/sites/GZ-A15-S1'), await page.getByRole('button', { name: '修改', exact: true }).first().click(), await page.locator('#name').waitFor()))
    await look('room', async () => (await to('/work/registry/sites/GZ-A15-S1'), await page.locator('.grid').getByRole('button', { name: '修改' }).first().click(), await page.locator('#room-name').waitFor()))
    await look('deregister', async () => (await to('/work/registry/sites/GZ-A15-S1'), await page.getByRole('button', { name: '注销' }).click(), await page.getByRole('dialog').waitFor()))
    await look('institution-edit', async () => (await to('/work/registry/institutions/GZ-A04'), await page.getByRole('button', { name: '修改', exact: true }).first().click(), await page.locator('#credit').waitFor()))
    await enter(page, address, people.guanli)
    await look('account-new', async () => (await to('/work/accounts'), await page.getByRole('button', { name: '开立账户' }).click(), await page.locator('#new-account').waitFor()))
    await enter(page, address, people.jigou)
    await look('booking-new', () => to('/work/bookings/new'))
    await look('booking-import', () => to('/work/bookings/import'))
    await look('report-new', () => to('/work/own/report'))
    await look('own', () => to('/work/own'))
    must(faults.length === 0, faults.join('\n'))
  },
}
