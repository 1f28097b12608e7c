// SPDX-License-Identifier: Apache-2.0
// Puts the verifier together: one HTML file with the core (base64), one script, one style, and a policy that lets exactly these two run.
//   node tools/verifier.mjs [--core ../build/wasm/bin/ankao-draw.wasm] [--out dist]
// Writes ankao-verify.html (with .br and .gz), ankao-verify.html.policy (the header the server sends with it) and ankao-verify.json (its digests).
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import vue from '@vitejs/plugin-vue'
import { build } from 'vite'

import { sm3 } from '../src/base/sm3.ts'
import { texts } from './catalogue.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : join(root, otherwise))
const out = option('--out', 'dist')
const wasm = readFileSync(option('--core', '../build/wasm/bin/ankao-draw.wasm'))

/** Modules whose text is made here: { 'virtual:core': { core: '...' } }. */
function made(modules) {
  return {
    name: 'ankao-made',
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0') && id.slice(1) in modules ? Object.entries(modules[id.slice(1)]).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`).join('\n') : undefined),
  }
}

async function bundle(entry, plugins) {
  const built = await build({
    root, configFile: false, logLevel: 'warn', publicDir: false, plugins, resolve: { alias: { '@': join(root, 'src') } }, define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
    build: { write: false, target: 'es2022', cssCodeSplit: false, lib: { entry: join(root, entry), formats: ['iife'], name: 'verifier' } },
  })
  const files = (Array.isArray(built) ? built : [built]).flatMap((one) => one.output)
  const code = files.filter((file) => file.type === 'chunk').map((file) => file.code).join('\n')
  const style = files.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css')).map((file) => String(file.source)).join('\n')
  return { code: code.trim(), style: style.trim() }
}

/** Inside <script> these two would end or hide it; in JavaScript the escaped text is the same string. */
const inline = (code) => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const aside = await bundle('src/verifier/worker.ts', [])
const page = await bundle('src/verifier/main.ts', [vue(), made({ 'virtual:core': { core: wasm.toString('base64') }, 'virtual:worker': { worker: aside.code }, 'virtual:catalogue': { catalogue: texts(join(root, '../data/problems'), ['draw.yaml', 'draw_bundle.yaml', 'draw_fault.yaml']) } })])
const script = inline(page.code)
if (/<\/style/i.test(page.style)) throw new Error('verifier: the style cannot stand in a page')

// Nothing but the one script, the one style, a worker made of the script's own text, and an empty picture so that no icon is asked for.
const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(page.style)}; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'`
const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>安考 · 排考核验程序 · verifier of the draw</title>
<link rel="icon" href="data:,">
<style>${page.style}</style>
</head>
<body>
<div id="app"></div>
<noscript>核验程序需要启用 JavaScript。The verifier needs JavaScript.</noscript>
<script>${script}</script>
</body>
</html>
`
const bytes = Buffer.from(html)
const digests = { file: 'ankao-verify.html', bytes: bytes.length, sm3: sm3(bytes), sha256: createHash('sha256').update(bytes).digest('hex'), core_bytes: wasm.length, core_sm3: sm3(wasm) }
const target = join(out, digests.file)
writeFileSync(target, bytes)
writeFileSync(`${target}.br`, brotliCompressSync(bytes))
writeFileSync(`${target}.gz`, gzipSync(bytes, { level: 9 }))
writeFileSync(`${target}.policy`, `${policy}; frame-ancestors 'none'`)
writeFileSync(join(out, 'ankao-verify.json'), `${JSON.stringify(digests)}\n`)
console.log(`${digests.file}: ${bytes.length} bytes, SM3 ${digests.sm3}`)
