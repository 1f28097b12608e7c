// SPDX-License-Identifier: Apache-2.0
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRouter, createMemoryHistory } from 'vue-router'

import type { Why } from '@/api/schema'
import { i18n, speakLanguage } from '@/base/i18n'
import { problemFrom } from '@/base/request/problem'
import { asked, closeWhy, openWhy, refusalWhy, whyButtonNear } from '@/base/why/why'
import WhyHost from '@/base/why/WhyHost.vue'
import WhyPanel from '@/base/why/WhyPanel.vue'

const said = (zh: string, en = zh) => ({ zh, en })
const why: Why = {
  decision: said('预约逾期 1 个工作日', 'booked 1 working day late'),
  rules: [{ id: 'exam_booking', title: said('开班后预约考试'), since: '2023-11-04', clauses: [{ id: 'S-4.2', text: '严格执行开班后3个工作日内进行考试预约的规则。', document: said('《考培分离通知》'), date: '2023-11-04' }, { id: 'G-63', text: '', document: said(''), date: '' }] }],
  facts: [{ name: said('培训机构'), value: said('甲'), kind: 'text', link: '/institutions/GZ-A01' }, { name: said('开班日期'), value: said('2024-09-27'), kind: 'day', link: '' }],
  days: [{ date: '2024-09-27', kind: 'work', holiday: '', number: 0, starts: true }, { date: '2024-09-29', kind: 'worked_weekend', holiday: '国庆节', number: 1, starts: false }, { date: '2024-10-01', kind: 'rest', holiday: '国庆节', number: 0, starts: false }],
  changes: [said('晚一天起算')],
  proofs: [{ name: said('签值'), text: '00ff' }],
  event: 12,
}
const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)', component: { template: '<i />' } }] })
const shown = async () => {
  const view = mount(WhyPanel, { props: { source: why }, global: { plugins: [router, i18n] }, attachTo: document.body })
  await flushPromises()
  return view
}

beforeEach(async () => {
  await speakLanguage('zh')
  document.body.innerHTML = ''
})
afterEach(() => (closeWhy(), vi.unstubAllGlobals()))

describe('the why panel', () => {
  it('says the sentence, quotes the clause, counts the days, and names what has no sentence', async () => {
    const text = (await shown()).text()
    for (const part of ['预约逾期 1 个工作日', '严格执行开班后3个工作日内', '《考培分离通知》', 'G-63', '无原文可引', '起算日，不计', '第 1 天', '调休上班 国庆节', '晚一天起算', '00ff', '第 12 条']) expect(text).toContain(part)
  })
  it('leads to the facts and closes on the way', async () => {
    openWhy(why)
    const view = await shown()
    expect(view.find('dd a').attributes('href')).toBe('/institutions/GZ-A01')
    await view.find('dd a').trigger('click')
    expect(asked.value).toBeUndefined()
  })
  it('gives the focus back to where it was', () => {
    document.body.innerHTML = '<button id="b">x</button>'
    const button = document.querySelector<HTMLElement>('#b')!
    button.focus()
    openWhy(why)
    button.blur()
    closeWhy()
    expect(document.activeElement).toBe(button)
  })
})

describe('a refusal', () => {
  it('without a clause behind it has nothing to open', () => {
    expect(refusalWhy(problemFrom(400, { type: 'urn:ankao:problem:tables.empty', title: '文件是空的' }))).toBeUndefined()
  })
  it('asks the server with its id and facts', async () => {
    const urls: string[] = []
    vi.stubGlobal('fetch', async (url: string) => (urls.push(url), new Response(JSON.stringify(why))))
    const source = refusalWhy(problemFrom(422, { type: 'urn:ankao:problem:planning.booking_late', clauses: ['S-4.2'], facts: [{ name: 'days', value: '2' }, { name: 'value', value: 'a&b' }] }))
    expect(typeof source).toBe('function')
    await (source as (signal: AbortSignal) => Promise<Why>)(new AbortController().signal)
    expect(urls).toEqual(['/api/law/refusals/planning.booking_late?name=days&value=2&name=value&value=a%26b'])
  })
})

describe('the key W', () => {
  it('presses the nearest button, and never while somebody types', () => {
    document.body.innerHTML = '<main><table><tr id="row"><td><a href="#" id="a">1</a></td><td><button data-why-button id="one"></button></td></tr></table><input id="in"><button data-why-button id="two"></button></main>'
    expect(whyButtonNear(document.querySelector('#a'))?.id).toBe('one')
    expect(whyButtonNear(document.querySelector('#in'))).toBeUndefined()
    expect(whyButtonNear(null)).toBeUndefined()
  })
  it('opens what has the focus', async () => {
    mount(WhyHost, { global: { plugins: [router, i18n] }, attachTo: document.body })
    const pressed = vi.fn()
    const button = document.body.appendChild(Object.assign(document.createElement('button'), { onclick: pressed }))
    button.dataset.whyButton = ''
    button.focus()
    document.body.append(Object.assign(document.createElement('main')))
    document.querySelector('main')!.append(button)
    button.focus()
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'w' }))
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'w', ctrlKey: true }))
    expect(pressed).toHaveBeenCalledTimes(1)
  })
})
