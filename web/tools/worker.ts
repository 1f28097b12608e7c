// SPDX-License-Identifier: Apache-2.0
// Tells the service worker which files the build made. Its name has no digest, its text has: a new build is a new worker.
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'

import type { Plugin } from 'vite'

const left = /\.(map|br|gz)$|(^|\/)manifest\.json$|^sw\.js$|^\.vite\//

export function worker(publicFolder: string): Plugin {
  return {
    name: 'ankao-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const entry = bundle['sw.js']
      if (entry?.type !== 'chunk') throw new Error('the build made no sw.js')
      const names = [...Object.keys(bundle), ...readdirSync(publicFolder)].filter((name) => !left.test(name))
      const files = [...new Set([...names, 'index.html'])].sort().map((name) => `/${name}`)
      const digest = createHash('sha256').update(files.join('\n')).update(entry.code).digest('hex').slice(0, 16)
      entry.code = entry.code.replace('__FILES__', JSON.stringify(files)).replace('__DIGEST__', digest)
    },
  }
}
