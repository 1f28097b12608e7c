// SPDX-License-Identifier: Apache-2.0
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPinia } from 'pinia'
import { createMemoryHistory, createRouter } from 'vue-router'

import { i18n, speakLanguage } from '@/base/i18n'
import ListView from '@/base/list/ListView.vue'
import { problemFrom, ProblemError } from '@/base/request/problem'

interface Row { id: string; name: string }
const column = (key: string, heading: string, sortable = false) => ({ key, heading, kind: 'text', width: 10, sortable, hidden: false, personal: false, made: false, codes: [] })
const about = { id: 't', name: '表', sort: 'id', export_limit: 100000, columns: [column('name', '名称', true), column('id', '编号'), column('place', '地址')], filters: [{ name: 'q', label: '关键词', kind: 'text', hint: '', folded: false, options: [] }] }
const fetched = vi.fn(async (url: string) => (String(url).startsWith('/api/lists/') ? new Response(JSON.stringify(about)) : new Response('x', { headers: { 'Content-Disposition': 'attachment; filename="x.xlsx"' } })))
const exported = () => fetched.mock.calls.map((one) => String(one[0])).find((url) => url.includes('/export'))

async function shown(load: (query: Record<string, unknown>) => Promise<unknown>, at = '/') {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { template: '<i/>' } }, { path: '/sign-in', name: 'sign-in', component: { template: '<i/>' } }] })
  await router.push(at)
  const view = mount(ListView as never, { attachTo: document.body, props: { list: 't', caption: '表', rowKey: (row: Row) => row.id, load, exportPath: '/api/x/export', empty: '还没有记录' } as never, global: { plugins: [router, i18n, createPinia()] } })
  await flushPromises()
  return { view, router }
}
const page = (items: Row[], total = items.length) => ({ total, page: 1, size: 50, items })

beforeEach(async () => {
  localStorage.clear()
  fetched.mockClear()
  vi.stubGlobal('fetch', fetched)
  await speakLanguage('zh')
})

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

describe('the list', () => {
  it('shows its rows and asks for exactly what the address says', async () => {
    const load = vi.fn(async () => page([{ id: 'a1', name: '甲' }]))
    const { view } = await shown(load, '/?q=甲&page=2&sort=-name&other=1')
    expect(load.mock.calls[0]).toMatchObject([{ q: '甲', page: 2, size: 50, sort: '-name' }, expect.anything()])
    expect(load.mock.calls[0]![0 as never]).not.toHaveProperty('other')
    expect(view.find('tbody th').text()).toBe('甲')
    expect(view.find('thead th').attributes('aria-sort')).toBe('descending')
  })
  it('writes a search into the address and goes back to page 1', async () => {
    const { view, router } = await shown(async () => page([]), '/?page=3')
    await view.find('input[type=search]').setValue('电工')
    await view.find('form').trigger('submit')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ q: '电工' })
  })
  it('tells an empty register from a search without result', async () => {
    expect((await shown(async () => page([]))).view.text()).toContain('还没有记录')
    expect((await shown(async () => page([]), '/?q=x')).view.text()).toContain('没有符合条件的记录')
  })
  it('shows a refusal with its remedy, and tries again when asked', async () => {
    let fails = true
    const { view } = await shown(async () => {
      if (fails) throw new ProblemError(problemFrom(503, { title: '数据库不可用', detail: '请稍后重试' }))
      return page([{ id: 'a1', name: '甲' }])
    })
    expect(view.find('[role=alert]').text()).toContain('请稍后重试')
    fails = false
    await view.find('[role=alert] button').trigger('click')
    await flushPromises()
    expect(view.find('tbody').text()).toContain('甲')
  })
  it('offers sign-in to visitors and no retry where a permission is missing', async () => {
    const refused = (status: number) => async () => Promise.reject(new ProblemError(problemFrom(status, null)))
    expect((await shown(refused(401))).view.find('a[href^="/sign-in"]').exists()).toBe(true)
    const { view } = await shown(refused(403))
    expect(view.text()).toContain('当前账户无权查看此页')
    expect(view.find('[role=alert] button').exists()).toBe(false)
  })
  it('exports exactly what is filtered, sorted and shown, all pages', async () => {
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }))
    const { view } = await shown(async () => page([{ id: 'a1', name: '甲' }]), '/?q=甲&page=2&sort=name&columns=name,place')
    await view.findAll('button').find((button) => button.text() === '导出 Excel')!.trigger('click')
    await flushPromises()
    expect(exported()).toBe('/api/x/export?q=%E7%94%B2&sort=name&columns=name%2Cplace&format=xlsx')
  })
  it('shows the columns of the address in their order, the naming one first', async () => {
    const { view } = await shown(async () => page([{ id: 'a1', name: '甲' }]), '/?columns=place,nonsense,id,place')
    expect(view.findAll('thead th').map((head) => (head.find('.print-only').exists() ? head.find('.print-only') : head).text())).toEqual(['名称', '地址', '编号'])
  })
  it('writes a chosen column into the address, remembers it, and puts it there again next time', async () => {
    const { view, router } = await shown(async () => page([{ id: 'a1', name: '甲' }]))
    await view.find('fieldset input[type=checkbox]').setValue(false)
    await flushPromises()
    expect(view.findAll('thead th')).toHaveLength(2)
    expect(router.currentRoute.value.query).toEqual({ columns: 'name,place' })
    expect(JSON.parse(localStorage.getItem('ankao.columns.t')!)).toEqual(['name', 'place'])
    expect((await shown(async () => page([]))).router.currentRoute.value.query).toEqual({ columns: 'name,place' })
  })
  it('moves a column, and goes back to the own ones', async () => {
    const { view, router } = await shown(async () => page([{ id: 'a1', name: '甲' }]))
    await view.find('fieldset button[aria-label="编号右移"]').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ columns: 'name,place,id' })
    await view.findAll('fieldset button').at(-1)!.trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({})
  })
  it('walks from row to row with the arrow keys, and / goes to the search word', async () => {
    const { view } = await shown(async () => page([{ id: 'a1', name: '甲' }, { id: 'a2', name: '乙' }]))
    const rows = view.findAll('tbody tr')
    expect(rows.map((row) => row.attributes('tabindex'))).toEqual(['0', '-1'])
    await rows[0]!.trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement).toBe(rows[1]!.element)
    await rows[1]!.trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement).toBe(rows[1]!.element)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))
    expect(document.activeElement).toBe(view.find('input[type=search]').element)
  })
})
