// SPDX-License-Identifier: Apache-2.0
// The worker: the first message brings the module, every other one asks.
import type { Asked, Heard } from './protocol.ts'
import { openWork, type Work } from './work.ts'

interface Scope { postMessage(heard: Heard): void; onmessage: ((event: MessageEvent<ArrayBuffer | Asked>) => void) | null }
const scope = self as unknown as Scope
let work: Promise<Work> | undefined

scope.onmessage = ({ data }) => {
  if (data instanceof ArrayBuffer) work = openWork(data, (heard) => scope.postMessage(heard))
  const failed = (error: unknown): void => scope.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  if (data instanceof ArrayBuffer) void work!.catch(failed)
  else void work!.then((one) => one.ask(data)).catch(failed)
}
