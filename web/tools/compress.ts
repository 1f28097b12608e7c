// SPDX-License-Identifier: Apache-2.0
// Writes NAME.gz and NAME.br beside every text asset of the build, so that the server never compresses while it serves.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import type { Plugin } from 'vite'

const textAsset = /\.(js|css|html|svg|json|txt|wasm|webmanifest)$/
const worthwhileBytes = 1024

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path)
  if (bytes.length < worthwhileBytes) return
  const brotli = await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  await writeFile(`${path}.br`, brotli)
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}

export function compress(): Plugin {
  let folder = 'dist'
  return {
    name: 'ankao-compress',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir
    },
    async closeBundle() {
      const files = await readdir(folder, { recursive: true })
      await Promise.all(files.filter((file) => textAsset.test(file)).map((file) => compressFile(join(folder, file))))
    },
  }
}
