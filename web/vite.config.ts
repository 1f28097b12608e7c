// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url'

import vue from '@vitejs/plugin-vue'
import elementStyles from 'unplugin-element-plus/vite'
import { defineConfig } from 'vitest/config'

import { compress } from './tools/compress.ts'
import { worker } from './tools/worker.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const server = process.env.ANKAO_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [vue(), elementStyles({}), worker(here('./public')), compress()],
  resolve: { alias: { '@': here('./src') } },
  build: { target: 'es2022', manifest: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 600,
    rolldownOptions: { input: { index: here('./index.html'), sw: here('./src/sw.ts') }, output: { entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') } } },
  server: { host: '127.0.0.1', proxy: { '/api': server } },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'], server: { deps: { inline: ['element-plus'] } } },
})
