// SPDX-License-Identifier: Apache-2.0
// The work itself, the same in a worker and, where a browser allows none, on the page between two pictures.
import { type Core, openCore } from './core.ts'
import { type Asked, type BatchWhy, type Heard, looks, type Opened, type People, type Progress } from './protocol.ts'

export interface Work { ask(asked: Asked): Promise<void> }

export async function openWork(wasm: BufferSource, say: (heard: Heard) => void, breathe: () => Promise<void> = () => Promise.resolve()): Promise<Work> {
  const told = (json: string): void => say({ kind: 'progress', progress: JSON.parse(json) as Progress })
  let core: Core = await openCore(wasm, told)
  say({ kind: 'ready', engine: (JSON.parse(core.ask('about')) as { engine: string }).engine })

  async function verify(bytes: Uint8Array): Promise<void> {
    const opened = JSON.parse(core.ask('open', bytes)) as Opened
    say({ kind: 'opened', opened })
    if (!opened.ok) return
    say({ kind: 'people', people: JSON.parse(core.ask('people')) as People })
    for (const look of looks) {
      say({ kind: 'started', look })
      await breathe()
      const from = performance.now()
      say({ kind: 'looked', look, answer: JSON.parse(core.ask('look', look)), milliseconds: performance.now() - from } as Heard)
      await breathe()
    }
  }

  return {
    async ask(asked) {
      try {
        if (asked.kind === 'verify') await verify(asked.bytes)
        else say({ kind: 'institution', id: asked.id, batches: (JSON.parse(core.ask('institution', asked.id)) as { batches: BatchWhy[] } | null)?.batches ?? [] })
      } catch (error) {
        say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
        core = await openCore(wasm, told) // a module that stopped half-way is not asked again
      }
    },
  }
}
