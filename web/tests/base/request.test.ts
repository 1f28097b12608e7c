// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'

import { address, fileName, send } from '@/base/request/http'
import { problemFrom, ProblemError } from '@/base/request/problem'
import { useRequest } from '@/base/request/useRequest'

afterEach(() => vi.unstubAllGlobals())

describe('a refusal', () => {
  it('keeps finding, remedy, place and parts', () => {
    const problem = problemFrom(422, { type: 'urn:ankao:problem:booking.late', title: '预约逾期', detail: '请填写理由', at: '/late_reason', instance: 'r-9', clauses: ['S-4.2'], facts: [{ name: 'days', value: '2' }], parts: [{ title: '第 14 行', detail: '核对原件', at: '14' }, null] })
    expect(problem).toEqual({ id: 'booking.late', status: 422, title: '预约逾期', remedy: '请填写理由', place: '/late_reason', request: 'r-9', clauses: ['S-4.2'], facts: [{ name: 'days', value: '2' }], parts: [{ id: '', title: '第 14 行', remedy: '核对原件', place: '14', clauses: [], facts: [] }] })
  })
  it('stands even when the answer is no problem document', () => {
    expect(problemFrom(502, 'Bad Gateway')).toMatchObject({ status: 502, title: '', parts: [] })
  })
  it('arrives as an error with its problem', async () => {
    vi.stubGlobal('fetch', async () => new Response('{"title":"无权"}', { status: 403 }))
    await expect(send('GET', '/api/accounts')).rejects.toMatchObject({ problem: { status: 403, title: '无权' } })
  })
  it('is not earned by a missing mark of origin: every change carries it, reads do not', async () => {
    const marks: (string | undefined)[] = []
    vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => (marks.push((init.headers as Record<string, string>)['X-Ankao']), new Response(null, { status: 204 })))
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) await send(method, '/api/x')
    expect(marks).toEqual([undefined, '1', '1', '1'])
  })
  it('has status 0 when nobody answers', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('failed')))
    await expect(send('GET', '/api/plans')).rejects.toMatchObject({ problem: { status: 0 } })
  })
})

describe('an address', () => {
  it('leaves out what is empty and escapes the rest', () => {
    expect(address('/api/x', { q: '低压 &', page: 1, district: '', version: undefined, late: false })).toBe('/api/x?q=%E4%BD%8E%E5%8E%8B+%26&page=1&late=false')
    expect(address('/api/x')).toBe('/api/x')
  })
  it('of a download gives its file name, Chinese first', () => {
    expect(fileName(`attachment; filename="__.xlsx"; filename*=UTF-8''%E5%90%8D%E5%BD%95.xlsx`)).toBe('名录.xlsx')
    expect(fileName('attachment; filename="plan.json"')).toBe('plan.json')
    expect(fileName(null)).toBe('')
  })
})

describe('a request', () => {
  it('drops the late answer of an older call', async () => {
    const waiting: ((value: string) => void)[] = []
    const scope = effectScope()
    const request = scope.run(() => useRequest(() => new Promise<string>((resolve) => waiting.push(resolve))))!
    const older = request.run()
    const newer = request.run()
    waiting[1]!('new')
    await newer
    waiting[0]!('old')
    await older
    expect(request.data.value).toBe('new')
    scope.stop()
  })
  it('shows the problem and forgets it at the next try', async () => {
    let fails = true
    const scope = effectScope()
    const request = scope.run(() => useRequest(async () => {
      if (fails) throw new ProblemError(problemFrom(409, { title: '排考中' }))
      return 1
    }))!
    await request.run()
    expect([request.state.value, request.problem.value?.title]).toEqual(['failed', '排考中'])
    fails = false
    await request.run()
    expect([request.state.value, request.problem.value, request.data.value]).toEqual(['ready', undefined, 1])
    scope.stop()
  })
})
