// SPDX-License-Identifier: Apache-2.0
// The service worker: keeps the program's own files on the device, so that every page opens without network. Of data it keeps only
// public names that forms need; what people write is kept by base/outbox, and nothing personal stands in a cache.

interface Waiting extends Event { waitUntil(work: Promise<unknown>): void }
interface Fetching extends Waiting { request: Request; respondWith(answer: Promise<Response>): void }
interface Worker {
  addEventListener(kind: 'install' | 'activate', heard: (event: Waiting) => void): void
  addEventListener(kind: 'fetch', heard: (event: Fetching) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  location: Location
}
const worker = self as unknown as Worker

/** The build puts its list of files and their digest here. */
const files: string[] = JSON.parse('__FILES__') as string[]
const shellCache = 'ankao-shell-__DIGEST__'
const namesCache = 'ankao-names'
const shell = '/index.html'
const patience = 4000
const publicNames = new Set(['/api/registry/districts', '/api/registry/projects', '/api/registry/institutions?size=200'])

worker.addEventListener('install', (event) => event.waitUntil(caches.open(shellCache).then((cache) => cache.addAll(files)).then(() => worker.skipWaiting())))

worker.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => worker.clients.claim())))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (files.includes(url.pathname)) event.respondWith(own(request))
  else if (publicNames.has(url.pathname + url.search)) event.respondWith(named(request))
})

async function tidy(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith('ankao-shell-') && name !== shellCache).map((name) => caches.delete(name)))
}

function inTime(request: Request): Promise<Response> {
  return Promise.race([fetch(request), new Promise<never>((_, failed) => setTimeout(() => failed(new Error('no answer in time')), patience))])
}

/** Every address is the same page; the router finds the rest. */
async function page(request: Request): Promise<Response> {
  try {
    return await inTime(request)
  } catch (error) {
    const kept = await caches.match(shell)
    if (kept) return kept
    throw error
  }
}

async function own(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

/** Names as they are now; without network as they were last. */
async function named(request: Request): Promise<Response> {
  const cache = await caches.open(namesCache)
  try {
    const answer = await inTime(request)
    if (answer.ok) await cache.put(request, answer.clone())
    return answer
  } catch (error) {
    const kept = await cache.match(request, { ignoreVary: true })
    if (kept) return kept
    throw error
  }
}
