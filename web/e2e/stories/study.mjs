// SPDX-License-Identifier: Apache-2.0
// What the plan means: the desk asks what-if, an institution sees its chances, a batch without seats is explained in words.
import { enter, must, signOut } from '../steps.mjs'

async function answered(page) {
  await page.locator('.tag.done', { hasText: '完成' }).first().waitFor({ timeout: 60_000 })
}

export default {
  '考试机构改变条件做一次模拟，现状与假设并列，不改动计划': async ({ page, address, people, collecting, out }) => {
    await enter(page, address, people.kaoshi)
    const before = await (await page.request.get(`${address}/api/desk/${collecting}`)).json()
    await page.goto(`${address}/work/studies/${collecting}/simulations`)
    await page.locator('#wi-title').fill('候选两个')
    await page.locator('#wi-order_depth').fill('2')
    await page.getByRole('button', { name: '开始模拟' }).first().click()
    await answered(page)
    await page.getByRole('heading', { name: '现状与假设' }).waitFor()
    must((await page.getByText('候选考试点数 = 2').count()) === 1, 'the change is not told')
    must((await page.getByText('模拟，不是排考结果').count()) > 0, 'the answer is not marked as a simulation')
    await page.screenshot({ path: `${out}/study-what-if.png`, fullPage: true })
    const after = await (await page.request.get(`${address}/api/desk/${collecting}`)).json()
    must(after.stage === before.stage && after.policy.order_depth === before.policy.order_depth, 'the simulation changed the month')
  },

  '考试机构模拟中选机会，培训机构只看到自己的批次': async ({ page, context, address, people, collecting, out }) => {
    await enter(page, address, people.kaoshi)
    const asked = await page.request.post(`${address}/api/desk/${collecting}/studies/chances`, { headers: { 'x-ankao': '1' }, data: { draws: 10, work: 400000 } })
    must(asked.ok(), `the chances could not be asked for: ${asked.status()} ${await asked.text()}`)
    const { id } = await asked.json()
    await page.goto(`${address}/work/studies/${collecting}/simulations/${id}`)
    await answered(page)
    await signOut(context)
    await enter(page, address, people.jigou)
    await page.goto(`${address}/work/studies/${collecting}/chances`)
    await page.getByRole('heading', { name: '各批次' }).waitFor()
    const own = await (await page.request.get(`${address}/api/studies/chances?month=${collecting}`)).json()
    must(own.batches.length > 0 && new Set(own.batches.map((one) => one.institution)).size === 1, 'an institution sees the chances of others')
    must((await page.request.get(`${address}/api/desk/${collecting}/studies/${id}`)).status() === 403, 'an institution reads the desk’s simulation')
    await page.screenshot({ path: `${out}/study-chances.png`, fullPage: true })
  },

  '未安排的批次说明差在哪里、怎样才能安排': async ({ page, address, people, published, out }) => {
    await enter(page, address, people.kaoshi)
    const all = await (await page.request.get(`${address}/api/studies/unplaced?month=${published}`)).json()
    await page.goto(`${address}/work/studies/${published}`)
    await page.getByRole('heading', { name: '未安排的批次' }).waitFor()
    if (all.items.length === 0) {
      must((await page.getByText('全部考生已安排').count()) === 1, 'a month without unplaced batches does not say so')
      return
    }
    await page.getByRole('link', { name: all.items[0].batch }).first().click()
    await page.getByRole('heading', { name: '改一处即可' }).waitFor()
    if (all.items[0].shortage) must((await page.getByText(all.items[0].shortage.text).count()) > 0, 'the shortage is not told in words')
    await page.screenshot({ path: `${out}/study-batch.png`, fullPage: true })
  },

  '已全部安排的批次不问为何没有座位，而是指向抽签顺序和场次': async ({ page, address, people, published }) => {
    await enter(page, address, people.kaoshi)
    const { items } = await (await page.request.get(`${address}/api/plans/${published}/batches?size=50`)).json()
    const placed = items.find((one) => one.placed === one.candidates)
    await page.goto(`${address}/work/studies/${published}/batches/${placed.id}`)
    await page.getByRole('heading', { name: `批次 ${placed.id} 已全部安排` }).waitFor()
    must((await page.getByText('为何没有座位').count()) === 0, 'a placed batch is asked why it has no seats')
    await page.getByRole('link', { name: '查看场次' }).click()
    await page.locator('table.list tbody tr').first().waitFor()
    must((await page.locator('table.list tbody').innerText()).includes(placed.id), 'the sessions shown are not those of the batch')
  },
}
