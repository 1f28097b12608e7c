// SPDX-License-Identifier: Apache-2.0
// Everything works by keyboard and for a screen reader: axe finds nothing serious, in both languages and at both widths.
import { AxeBuilder } from '@axe-core/playwright'

import { must, signIn } from '../steps.mjs'

async function serious(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
  return violations.filter((violation) => ['serious', 'critical'].includes(violation.impact)).map((violation) => `${violation.id}: ${violation.nodes.length} × ${violation.nodes[0].target}`)
}

async function walk(page, address, paths) {
  const faults = []
  for (const path of paths) {
    await page.goto(address + path, { waitUntil: 'networkidle' })
    await page.locator('h1').first().waitFor()
    for (const fault of await serious(page)) faults.push(`${path} ${fault}`)
  }
  must(faults.length === 0, faults.join('\n'))
}

export default {
  '公开页面没有严重的无障碍问题': async ({ page, address, published }) =>
    walk(page, address, ['/', '/institutions', '/institutions/GZ-A15', '/sites', '/sites/GZ-A15-S1', '/map', '/plans', `/plans/${published}`, `/plans/${published}/calendar`, `/plans/${published}/sessions`, `/plans/${published}/batches`, '/sign-in']),

  '工作页面没有严重的无障碍问题': async ({ page, address, people, collecting }) => {
    await signIn(page, address, people.shiju)
    await walk(page, address, ['/work', '/work/bookings', '/work/desk', `/work/desk/${collecting}`, '/work/registry/institutions', '/work/registry/sites', '/work/registry/import', '/work/suspensions', '/work/reports', '/work/me'])
  },
}
