// SPDX-License-Identifier: Apache-2.0
// What tools/verifier.mjs puts into the page.
declare module 'virtual:core' {
  /** The WebAssembly module, in base64. */
  export const core: string
}
declare module 'virtual:worker' {
  /** The worker's script. */
  export const worker: string
}
declare module 'virtual:catalogue' {
  export const catalogue: Record<string, { zh: string; en: string; remedy_zh?: string; remedy_en?: string }>
}
