// SPDX-License-Identifier: Apache-2.0
// 为什么: from a refusal to the sentence of the notice, from a place of the draw to its ticket, from a deadline to each day of the count.
import { choose, enter, must, refusal, setDay, signOut } from '../steps.mjs'

const headers = { 'x-ankao': '1' }
const panel = (page) => page.getByRole('dialog', { name: '为什么' })
async function says(page, ...parts) {
  await panel(page).waitFor()
  await panel(page).locator('.sentence').waitFor()
  const text = await panel(page).innerText()
  for (const part of parts) must(text.includes(part), `the panel does not say “${part}”:\n${text}`)
}

export default {
  '逾期预约被拒，问为什么，看到条款原文；键盘开合，焦点回到原处': async ({ page, address, people, out }) => {
    await enter(page, address, people.jigou)
    await page.goto(`${address}/work/bookings/new`)
    await page.getByText('广州市技师学院').first().waitFor()
    await page.locator('#class').fill('WHY-LATE')
    await choose(page, 'subject', '低压电工作业')
    await page.locator('#candidates').fill('20')
    for (const field of ['opened', 'started']) await setDay(page, field, '2026-04-01')
    await setDay(page, 'planned', '2026-05-20')
    await page.getByRole('button', { name: '预约', exact: true }).click()
    await refusal(page, '逾期')
    const ask = page.getByRole('alert').getByRole('button', { name: /^为什么/ }).first()
    await ask.click()
    await says(page, '预约逾期 3 个工作日', 'S-4.2', '开班后3个工作日内进行考试预约', 'C-4.2.2', '未按《报考指引》要求按时报考', '《广州市应急管理局关于严厉打击安全生产培训机构、考试点不规范行为的通知》')
    await page.screenshot({ path: `${out}/why-refusal.png` })
    await page.keyboard.press('Escape')
    await panel(page).waitFor({ state: 'detached' })
    must(await ask.evaluate((one) => one === document.activeElement), 'the focus did not go back to the button')
    await page.keyboard.press('w')
    await panel(page).waitFor()
    for (let i = 0; i < 12; i++) await page.keyboard.press('Tab')
    must(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement.closest('dialog')), 'the focus left the panel')
  },

  '抽签位置：顺位、签值、条款和台账凭证在同一面板；手机上占满宽度': async ({ page, address, published, out }) => {
    const batches = (await (await page.request.get(`${address}/api/plans/${published}/batches?size=1&state=placed`)).json()).items
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${address}/plans/${published}/batches/${batches[0].id}`)
    await page.getByText('由近及远的抽签顺序').waitFor()
    await page.locator('.rung.seated').getByRole('button', { name: /^为什么/ }).first().click()
    await says(page, '安排', 'S-1.2a', '由近及远的顺序随机选择考试点', '抽签顺位', '签值', 'SM3(')
    must((await panel(page).boundingBox()).width >= 359, 'on a phone the panel is not as wide as the screen')
    await page.screenshot({ path: `${out}/why-place.png` })
    await panel(page).getByRole('button', { name: /第 \d+ 条/ }).click()
    await panel(page).getByText('叶哈希').waitFor()
    await panel(page).locator('dd a').first().click()
    await page.waitForURL('**/sites/**')
    must((await panel(page).count()) === 0, 'the panel stays open over another page')
  },

  '跨清明假期的期限：逐日写明哪天计、哪天不计': async ({ page, context, address, people, out }) => {
    await enter(page, address, people.shiju)
    const opened = await page.request.post(`${address}/api/terms`, { headers, data: { deadline: 'exam_booking', scope_id: 'GZ-A01', subject: 'class:GZ-A01/WHY-TERM', title: 'WHY-TERM', day: '2026-04-02', reason: '开班登记尚未上线' } })
    must(opened.ok(), `the term was not opened: ${await opened.text()}`)
    const term = (await opened.json()).term
    await signOut(context)
    await enter(page, address, people.jigou)
    await page.goto(`${address}/work/terms/${term.id}`)
    await page.getByRole('dialog').getByRole('button', { name: /^为什么/ }).click()
    await says(page, '2026-04-08 到期', '清明节', '起算日，不计', '第 3 天', '放假', '按日历日计算，到期日为 2026-04-05', '3个工作日')
    await page.screenshot({ path: `${out}/why-deadline.png` })
    await page.keyboard.press('Escape')
    await panel(page).waitFor({ state: 'detached' })
    must((await page.getByRole('dialog').count()) === 1, 'closing the panel closed the drawer below it')
  },
}
