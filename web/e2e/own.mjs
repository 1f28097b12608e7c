// SPDX-License-Identifier: Apache-2.0
// A city of a story's own, in a folder of its own: laid on a day that the story chooses and served at moments that it chooses.
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { accountsOf, setClock } from '../tools/codes.mjs'
import { must } from './steps.mjs'

function started(server) {
  return new Promise((found, failed) => {
    server.stdout.on('data', (bytes) => {
      const match = String(bytes).match(/http:\/\/\S+/)
      if (match) found(match[0])
    })
    server.on('exit', (code) => failed(new Error(`the server ended with code ${code}`)))
  })
}

/**
 * Gives the story `people`, `database` and `at(moment, steps)`: the city served from that moment on, e.g. '2026-04-30 09:05:00'; its clock
 * goes on. The address stays the same, so that what a browser keeps for it lives on.
 */
export async function ownCity({ ankao, environment, assets }, month, laid, story, settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ankao-own-'))
  const database = `sqlite:${join(folder, 'ankao.db')}`
  let port = '0'
  const when = (moment) => ({ ...environment, ...settings, FAKETIME: `@${moment}` })
  try {
    const { stdout } = await promisify(execFile)(ankao, ['demo', 'city', '--database', database, '--month', month], { maxBuffer: 1 << 24, env: when(laid) })
    const at = async (moment, steps) => {
      const ahead = Date.parse(`${moment.replace(' ', 'T')}+08:00`) - Date.now()
      const server = spawn(ankao, ['serve', '--database', database, '--port', port, '--assets', assets], { stdio: ['ignore', 'pipe', 'ignore'], env: when(moment) })
      try {
        const address = await started(server)
        port = new URL(address).port
        setClock(address, ahead)
        await steps(address)
      } finally {
        const ended = new Promise((done) => server.on('exit', done))
        server.kill('SIGTERM')
        await ended
      }
    }
    await story({ people: accountsOf(stdout), database, at })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Asks again until the answer is as it should be: what the platform does by itself takes a moment. */
export async function until(page, url, holds, what) {
  for (let i = 0; i < 100; ++i) {
    const body = await (await page.request.get(url)).json()
    if (holds(body)) return body
    await page.waitForTimeout(100)
  }
  must(false, what)
}
