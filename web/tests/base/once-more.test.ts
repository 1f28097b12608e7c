// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'

import { onceMore } from '@/base/request/onceMore'

/** Work that ends when it is told to, and tells how often it ran and whether it ever ran beside itself. */
function told() {
  const ends: ((error?: Error) => void)[] = []
  let beside = 0
  let most = 0
  const work = (): Promise<void> => {
    most = Math.max(most, ++beside)
    return new Promise<void>((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve()))).finally(() => beside--)
  }
  return { work, ends, runs: () => ends.length, most: () => most }
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('work that must not run twice at a time', () => {
  it('runs once when it is asked once', async () => {
    const { work, ends, runs } = told()
    const { run, busy } = onceMore(work)
    const first = run()
    expect(busy.value).toBe(true)
    ends[0]?.()
    await first
    expect(runs()).toBe(1)
    expect(busy.value).toBe(false)
  })

  it('runs once more for all who asked while it ran, never beside itself', async () => {
    const { work, ends, runs, most } = told()
    const { run } = onceMore(work)
    const first = run()
    void run()
    void run()
    expect(runs()).toBe(1)
    ends[0]?.()
    await settled()
    expect(runs()).toBe(2)
    ends[1]?.()
    await first
    expect(runs()).toBe(2)
    expect(most()).toBe(1)
  })

  it('can be asked again after it failed', async () => {
    const { work, ends, runs } = told()
    const { run, busy } = onceMore(work)
    const first = run()
    ends[0]?.(new Error('no network'))
    await expect(first).rejects.toThrow('no network')
    expect(busy.value).toBe(false)
    const second = run()
    ends[1]?.()
    await second
    expect(runs()).toBe(2)
  })
})
