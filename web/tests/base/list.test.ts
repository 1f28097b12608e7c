// SPDX-License-Identifier: Apache-2.0
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

import { i18n, speakLanguage } from '@/base/i18n'
import ListView from '@/base/list/ListView.vue'
import { problemFrom, ProblemError } from '@/base/request/problem'

interface Row { id: string; name: string }
const columns = [{ key: 'name', title: '名称', sort: 'name' }, { key: 'id', title: '编号' }]
const filters = [{ name: 'q', label: '关键词', kind: 'text' as const }]

async function shown(load: (query: Record<string, unknown>) => Promise<unknown>, at = '/') {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { template: '<i/>' } }, { path: '/sign-in', name: 'sign-in', component: { template: '<i/>' } }] })
  await router.push(at)
  const view = mount(ListView as never, { props: { id: 't', caption: '表', columns, filters, rowKey: (row: Row) => row.id, load, exportPath: '/api/x/export', empty: '还没有记录' } as never, global: { plugins: [router, i18n] } })
  await flushPromises()
  return { view, router }
}
const page = (items: Row[], total = items.length) => ({ total, page: 1, size: 50, items })

beforeEach(async () => {
  localStorage.clear()
  await speakLanguage('zh')
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
  it('exports exactly the rows that are filtered and sorted, all pages', async () => {
    const fetched = vi.fn(async () => new Response('x', { headers: { 'Content-Disposition': 'attachment; filename="x.xlsx"' } }))
    vi.stubGlobal('fetch', fetched)
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }))
    const { view } = await shown(async () => page([{ id: 'a1', name: '甲' }]), '/?q=甲&page=2&sort=name')
    await view.findAll('button').find((button) => button.text() === '导出 Excel')!.trigger('click')
    await flushPromises()
    expect((fetched.mock.calls as unknown[][])[0]![0]).toBe('/api/x/export?q=%E7%94%B2&sort=name&format=xlsx')
    vi.unstubAllGlobals()
  })
  it('hides a column that was unchosen, and remembers it', async () => {
    const { view } = await shown(async () => page([{ id: 'a1', name: '甲' }]))
    await view.find('fieldset input[type=checkbox]').setValue(false)
    expect(view.findAll('thead th')).toHaveLength(1)
    expect(JSON.parse(localStorage.getItem('ankao.hidden.t')!)).toEqual(['id'])
  })
})
