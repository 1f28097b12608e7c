// SPDX-License-Identifier: Apache-2.0
// The draw's core as WebAssembly: texts in, JSON out. It is given one function of ours, `told`, and stubs for what its C library
// might ask of a system: no clock, no chance, no files, no network.

export interface Core {
  /** The functions of apps/verifier/edge.cpp without their prefix; the text, if any, goes in first. */
  ask(name: 'about' | 'open' | 'look' | 'people' | 'institution', text?: Uint8Array | string): string
}

interface Edge {
  memory: WebAssembly.Memory
  _initialize(): void
  edge_room(length: number): number
  edge_length(): number
}

/** Every function the module asks for stands here; anything else does not start. */
const names = ['fd_close', 'fd_seek', 'fd_write']
const notSupported = 52

export async function openCore(bytes: BufferSource, told: (json: string) => void): Promise<Core> {
  let edge: Edge
  let broken = ''
  const text = (at: number, length: number): string => new TextDecoder().decode(new Uint8Array(edge.memory.buffer, at, length))
  const page = {
    told(at: number, length: number): void {
      const said = text(at, length)
      if (said.startsWith('!')) broken = said.slice(2)
      else told(said)
    },
  }
  const system = Object.fromEntries(names.map((name) => [name, () => notSupported]))
  const module = await WebAssembly.compile(bytes)
  const { exports } = await WebAssembly.instantiate(module, { page, wasi_snapshot_preview1: system })
  edge = exports as unknown as Edge
  edge._initialize()
  const calls = exports as unknown as Record<string, () => number>
  return {
    ask(name, input) {
      if (input !== undefined) {
        const given = typeof input === 'string' ? new TextEncoder().encode(input) : input
        const at = edge.edge_room(given.length)
        new Uint8Array(edge.memory.buffer, at, given.length).set(given)
      }
      broken = ''
      try {
        const at = calls[`edge_${name}`]!()
        return text(at, edge.edge_length())
      } catch (error) {
        throw new Error(broken || String(error), { cause: error })
      }
    },
  }
}
