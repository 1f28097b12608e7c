// SPDX-License-Identifier: Apache-2.0
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

import { i18n, speakLanguage } from '@/base/i18n'
import { rowsConcerned, sendTable, type ImportOutcome } from '@/base/import/import'
import ImportBox from '@/base/import/ImportBox.vue'
import { problemFrom, ProblemError } from '@/base/request/problem'

const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { template: '<i/>' } }] })
const good: ImportOutcome = { summary: ['读到 2 行'], errors: [], stored: false }
const bad: ImportOutcome = { summary: ['读到 2 行'], errors: [{ row: 3, column: '人数', value: '三十', text: '“三十”不是整数', remedy: '请填写整数', problem: 'tables.form_cell_number', clauses: [] }], stored: false }

async function shown(send: (file: File, dryRun: boolean, draft?: string) => Promise<ImportOutcome>) {
  const view = mount(ImportBox, { props: { id: 'f', path: '/api/x/import', send }, global: { plugins: [router, i18n] } })
  const input = view.find('input[type=file]')
  Object.defineProperty(input.element, 'files', { value: [new File(['a'], 'a.csv')], configurable: true })
  await input.trigger('change')
  await flushPromises()
  return view
}
const apply = (view: Awaited<ReturnType<typeof shown>>) => view.findAll('button').find((one) => one.text() === '导入')

beforeEach(() => speakLanguage('zh'))

describe('an import', () => {
  it('is checked first; what is wrong is named by row and cell and nothing can be applied', async () => {
    const send = vi.fn(async () => bad)
    const view = await shown(send)
    expect(send).toHaveBeenCalledTimes(1)
    expect(send.mock.calls[0]!.slice(1)).toEqual([true])
    expect(view.find('tbody').text()).toContain('人数')
    expect(view.text()).toContain('下载标注的文件')
    expect(apply(view)).toBeUndefined()
  })
  it('is sent again under the same draft when no answer came, and under another after a refusal by rows', async () => {
    const drafts: (string | undefined)[] = []
    const answers = [async () => good, async () => Promise.reject(new ProblemError(problemFrom(0, null))), async () => bad]
    const view = await shown((_file, _dry, draft) => (drafts.push(draft), answers.shift()!()))
    await apply(view)!.trigger('click')
    await flushPromises()
    await apply(view)!.trigger('click')
    await flushPromises()
    expect(drafts[0]).toBeUndefined()
    expect(drafts[1]).toMatch(/^[0-9a-f-]{36}$/)
    expect(drafts[2]).toBe(drafts[1])
  })
  it('tells that it was stored, once', async () => {
    const view = await shown(async (_file, dryRun) => (dryRun ? good : { ...good, stored: true, secrets: [{ name: 'li', secret: 'abc' }] }))
    await apply(view)!.trigger('click')
    await flushPromises()
    expect(view.emitted('stored')).toHaveLength(1)
    expect(view.text()).toContain('abc')
    expect(apply(view)).toBeUndefined()
  })
  it('goes as a form with its fields before the file', async () => {
    let sent: RequestInit = {}
    vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => ((sent = init), new Response('{}')))
    await sendTable('/api/x/import', new File(['a'], 'a.csv'), { dry_run: 'false' }, 'd-1')
    expect([...(sent.body as FormData).keys()]).toEqual(['dry_run', 'file'])
    expect((sent.headers as Record<string, string>)['X-Ankao-Draft']).toBe('d-1')
    vi.unstubAllGlobals()
  })
  it('counts the rows concerned, not the faults', () => {
    expect(rowsConcerned([...bad.errors, ...bad.errors, { ...bad.errors[0]!, sheet: '考场' }, { ...bad.errors[0]!, row: 0 }])).toBe(2)
  })
})
