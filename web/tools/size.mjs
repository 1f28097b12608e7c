// SPDX-License-Identifier: Apache-2.0
// Measures the first load: everything that index.html and a public page pull in, gzipped. Fails above the limit of product.md.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const limitKilobytes = 300
const folder = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', folder), 'utf8'))
const firstPages = ['src/home/pages/PortalHome.vue', 'src/registry/pages/InstitutionList.vue', 'src/registry/pages/DistrictMapPage.vue',
  'src/planning/pages/PlanCalendar.vue', 'src/planning/pages/BatchShow.vue']
const words = ['src/base/i18n/zh.ts']

function collect(key, files) {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`size: ${key} is not in the manifest; mend firstPages in tools/size.mjs`)
  if (files.has(chunk.file)) return files
  files.add(chunk.file)
  for (const style of chunk.css ?? []) files.add(style)
  for (const imported of chunk.imports ?? []) collect(imported, files)
  return files
}

const gzipped = (file) => gzipSync(readFileSync(new URL(file, folder)), { level: 9 }).length
let failed = false
for (const page of firstPages) {
  const files = new Set()
  for (const key of ['index.html', ...words, page]) collect(key, files)
  const bytes = [...files].reduce((sum, file) => sum + gzipped(file), gzipSync(readFileSync(new URL('index.html', folder))).length)
  const kilobytes = bytes / 1000
  failed ||= kilobytes > limitKilobytes
  console.log(`${kilobytes.toFixed(1).padStart(7)} kB gzipped, ${String(files.size).padStart(2)} files  ${page}`)
}
console.log(failed ? `size: above the limit of ${limitKilobytes} kB` : `size: within the limit of ${limitKilobytes} kB`)
process.exit(failed ? 1 : 0)
