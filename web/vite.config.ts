// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url'

import vue from '@vitejs/plugin-vue'
import elementStyles from 'unplugin-element-plus/vite'
import { defineConfig } from 'vitest/config'

import { compress } from './tools/compress.ts'

const server = process.env.ANKAO_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [vue(), elementStyles({}), compress()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: { target: 'es2022', manifest: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 600 },
  server: { host: '127.0.0.1', proxy: { '/api': server } },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'], server: { deps: { inline: ['element-plus'] } } },
})
