// SPDX-License-Identifier: Apache-2.0
// Files of a record: broken off and gone on, reload in the middle, previewed, withdrawn, shut for strangers.
import { createHash } from 'node:crypto'

import { enter, must, signOut } from '../steps.mjs'

/** Calls that fail are part of the story. */
export const worker = true

/** 1.5 MB of PDF, the same each time. */
function proof() {
  const body = Buffer.alloc(1_500_000)
  for (let i = 0; i < body.length; i += 1) body[i] = 32 + ((i * 7919) % 90)
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), body, Buffer.from('\n%%EOF\n')])
}

async function report(page, address, people) {
  const { items } = await (await page.request.get(`${address}/api/registry/reports?institution=GZ-A01`)).json()
  if (items.length) return items[0].id
  const sent = await page.request.post(`${address}/api/registry/reports`, { headers: { 'x-ankao': '1' }, data: { kind: 'deregister', institution: 'GZ-A01', reason: '附件测试' } })
  must(sent.ok(), `the report of ${people.jigou.account} answered ${sent.status()}`)
  return (await sent.json()).id
}

async function openReport(page, address) {
  await page.goto(`${address}/work/reports?q=GZ-A01`)
  await page.locator('main table').getByRole('button').filter({ hasText: '广州市技师学院' }).first().click()
  await page.getByRole('dialog').getByRole('heading', { name: /附件/ }).waitFor()
}

const choose = (page, files) => page.locator('dialog .attachments input[type=file]').first().setInputFiles(files)
const listed = async (page, address, id) => (await (await page.request.get(`${address}/api/attachments?kind=report&subject=${id}`)).json()).items

/** A picture of the page itself: a real JPEG without a camera. */
async function photo(page) {
  return page.screenshot({ type: 'jpeg', quality: 60 })
}

/** How much of what an element shows is white, as paper is. */
async function whiteness(page, element) {
  const picture = (await element.screenshot()).toString('base64')
  return page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    let white = 0
    for (let i = 0; i < data.length; i += 4) if (data[i] > 250 && data[i + 1] > 250 && data[i + 2] > 250) white += 1
    return white / (data.length / 4)
  }, picture)
}

/** One page that says something, as a scanner would send it. */
function onePage() {
  const text = 'BT /F1 48 Tf 60 600 Td (SAFETY CERTIFICATE) Tj ET'
  const parts = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>', `<< /Length ${text.length} >>\nstream\n${text}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
  let out = '%PDF-1.4\n'
  const places = parts.map((part, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${part}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${out}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`)
}

export default {
  '上传中断网、刷新页面后从断点续传，内容一字不差': async ({ page, context, address, people }) => {
    await enter(page, address, people.jigou)
    const id = await report(page, address, people)
    const bytes = proof()
    let parts = 0
    // The network is cut after the first part, while the second is on its way.
    await page.route('**/api/uploads/*/parts', async (route) => {
      parts += 1
      if (parts !== 2) return route.continue()
      await context.setOffline(true)
      return route.abort('internetdisconnected')
    })
    await openReport(page, address)
    await choose(page, { name: '场地证明.pdf', mimeType: 'application/pdf', buffer: bytes })
    while (parts < 2) await page.waitForTimeout(50)
    await page.getByText('等待上传').first().waitFor()
    must((await listed(page, address, id).catch(() => [])).every((one) => one.name !== '场地证明.pdf'), 'half a file is attached')
    await context.setOffline(false)
    await page.unroute('**/api/uploads/*/parts')
    await page.waitForFunction(() => !document.querySelector('dialog .attachments progress'))
    const [first] = (await listed(page, address, id)).filter((one) => one.name === '场地证明.pdf')
    must(first?.size === bytes.length, `the file has ${first?.size} of ${bytes.length} bytes`)

    // Again, and this time the page itself goes away in the middle.
    parts = 0
    let held
    await page.route('**/api/uploads/*/parts', (route) => {
      parts += 1
      if (parts < 2) return route.continue()
      held = true
      return undefined // never answered
    })
    await choose(page, { name: '刷新.pdf', mimeType: 'application/pdf', buffer: bytes })
    while (!held) await page.waitForTimeout(50)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.reload()
    await openReport(page, address)
    await page.locator('dialog .file', { hasText: '刷新.pdf' }).waitFor()
    const second = (await listed(page, address, id)).find((one) => one.name === '刷新.pdf')
    must(second?.sm3 === first.sm3, 'after the reload the content has another digest')
    const kept = await (await page.request.get(`${address}/api/attachments/${second.id}/content`)).body()
    must(createHash('sha256').update(kept).digest('hex') === createHash('sha256').update(bytes).digest('hex'), 'what is served is not what was sent')

    // A part of it, as readers of PDF ask for; another version is sent whole, and beyond the end there is nothing.
    const content = `${address}/api/attachments/${second.id}/content`
    const part = await page.request.get(content, { headers: { range: 'bytes=1000-1999', 'if-range': `"${second.sm3}"` } })
    must(part.status() === 206 && part.headers()['content-range'] === `bytes 1000-1999/${bytes.length}`, `a part answered ${part.status()} ${part.headers()['content-range']}`)
    must((await part.body()).equals(bytes.subarray(1000, 2000)), 'the part is not that part')
    must((await page.request.get(content, { headers: { range: 'bytes=0-9', 'if-range': `"${'0'.repeat(64)}"` } })).status() === 200, 'a part of another version')
    must((await page.request.get(content, { headers: { range: `bytes=${bytes.length}-` } })).status() === 416, 'a part beyond the end')
  },

  '图片有预览和证据信息，撤回留下理由，其他机构打不开': async ({ page, context, address, people, out }) => {
    await enter(page, address, people.jigou)
    const id = await report(page, address, people)
    await openReport(page, address)
    await choose(page, [{ name: '现场.jpg', mimeType: 'image/jpeg', buffer: await photo(page) }, { name: '假.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html><script>window.stolen=1</script></html>') }])
    await page.getByRole('alert').filter({ hasText: '与文件名不符' }).waitFor()
    await page.locator('dialog .file img').first().waitFor()
    await page.screenshot({ path: `${out}/files-panel.png` })
    await page.locator('dialog .file', { hasText: '现场.jpg' }).click()
    const drawer = page.getByRole('dialog', { name: '现场.jpg' })
    await page.waitForFunction(() => [...document.querySelectorAll('dialog img.picture')].some((one) => one.complete && one.naturalWidth > 200))
    const told = await drawer.innerText()
    for (const word of ['收到时间', '设备时间', 'SM3', '未经病毒检查', '像素']) must(told.includes(word), `the drawer does not say ${word}`)
    await page.screenshot({ path: `${out}/files-drawer.png` })
    await page.keyboard.press('Escape')

    // A PDF opens inside the page, in a frame of our own address that may do nothing.
    await choose(page, { name: '资质.pdf', mimeType: 'application/pdf', buffer: onePage() })
    const refused = []
    page.on('console', (message) => { if (/refused|violates/i.test(message.text())) refused.push(message.text()) })
    const framed = page.waitForResponse((response) => response.url().includes('show=true'))
    await page.locator('dialog .file', { hasText: '资质.pdf' }).click()
    const answer = await framed
    must(answer.headers()['content-security-policy']?.includes("frame-ancestors 'self'") && answer.headers()['x-frame-options'] === 'SAMEORIGIN', 'the frame is not allowed')
    const frame = page.getByRole('dialog', { name: '资质.pdf' }).locator('iframe.page')
    await frame.waitFor()
    let paper = 0
    for (const end = Date.now() + 15_000; paper < 0.1 && Date.now() < end; await page.waitForTimeout(200)) paper = await whiteness(page, frame)
    await page.screenshot({ path: `${out}/files-pdf.png` })
    must(paper >= 0.1, `the reader shows no page: ${paper} of the frame is white`)
    must(refused.length === 0, refused.join())
    await page.keyboard.press('Escape')
    await page.locator('dialog .file', { hasText: '现场.jpg' }).click()
    await drawer.getByRole('button', { name: '撤回', exact: true }).click()
    const confirm = page.getByRole('dialog', { name: '撤回附件' })
    await confirm.locator('textarea').fill('拍错了')
    await confirm.getByRole('button', { name: '撤回', exact: true }).click()
    await page.getByText('附件已撤回').first().waitFor()
    const gone = (await listed(page, address, id)).find((one) => one.name === '现场.jpg')
    must(gone.withdrawn_reason === '拍错了', 'the reason is not kept')
    must((await page.request.get(`${address}/api/attachments/${gone.id}/content`)).status() === 409, 'a withdrawn file is still served')

    await signOut(context)
    for (const person of [people.kaodian, people.guanli].filter(Boolean)) {
      await enter(page, address, person)
      const answer = await page.request.get(`${address}/api/attachments/${gone.id}/content`)
      must([403, 404].includes(answer.status()), `${person.account} got ${answer.status()}`)
      await signOut(context)
    }
    await enter(page, address, people.shiju)
    must((await page.request.get(`${address}/api/attachments/${gone.id}/content`)).ok(), 'the city cannot see what was withdrawn')
    const closed = await page.request.post(`${address}/api/registry/reports/${id}/verify`, { headers: { 'x-ankao': '1' }, data: { accept: false, reason: '附件测试结束' } })
    must(closed.ok(), `the report was not returned: ${closed.status()} ${await closed.text()}`)
  },
}
