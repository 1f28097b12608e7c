// SPDX-License-Identifier: Apache-2.0
import type { SiteRegistration, SuspensionInput } from '@/api/schema'
import { call, type BodyOf } from '@/api/client'
import { send, type Query } from '@/base/request/http'

import type { ShapeCollection } from './shapes'

function upload(fields: Record<string, string | File>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

export const registry = {
  institutions: (query: Query, signal?: AbortSignal) => call('get', '/api/registry/institutions', { query, signal }),
  institution: (id: string, asOf = '', signal?: AbortSignal) => call('get', '/api/registry/institutions/{id}', { path: { id }, query: { as_of: asOf }, signal }),
  history: (id: string) => call('get', '/api/registry/institutions/{id}/history', { path: { id } }),
  editInstitution: (id: string, body: BodyOf<'put', '/api/registry/institutions/{id}'>) => call('put', '/api/registry/institutions/{id}', { path: { id }, body }),
  sites: (query: Query, signal?: AbortSignal) => call('get', '/api/registry/sites', { query, signal }),
  site: (id: string, asOf = '', signal?: AbortSignal) => call('get', '/api/registry/sites/{id}', { path: { id }, query: { as_of: asOf }, signal }),
  registerSite: (body: SiteRegistration) => call('post', '/api/registry/sites', { body }),
  editSite: (id: string, body: BodyOf<'put', '/api/registry/sites/{id}'>) => call('put', '/api/registry/sites/{id}', { path: { id }, body }),
  deregisterSite: (id: string, body: BodyOf<'post', '/api/registry/sites/{id}/deregister'>) => call('post', '/api/registry/sites/{id}/deregister', { path: { id }, body }),
  saveRoom: (id: string, room: string, body: BodyOf<'put', '/api/registry/sites/{id}/rooms/{room}'>) => call('put', '/api/registry/sites/{id}/rooms/{room}', { path: { id, room }, body }),
  removeRoom: (id: string, room: string, version: number, reason: string) => call('delete', '/api/registry/sites/{id}/rooms/{room}', { path: { id, room }, query: { version, reason } }),
  districts: () => call('get', '/api/registry/districts', {}),
  /** GeoJSON, whose shape its own standard describes. */
  shapes: () => send<ShapeCollection>('GET', '/api/registry/districts/shapes'),
  projects: () => call('get', '/api/registry/projects', {}),
  importTable: (file: File, table: string, dryRun: boolean) => call('post', '/api/registry/imports', { body: upload({ file, table, dry_run: String(dryRun) }) }),
  importRooms: (file: File, dryRun: boolean, reason: string) => call('post', '/api/registry/rooms/import', { body: upload({ file, dry_run: String(dryRun), reason }) }),
  reports: (query: Query, signal?: AbortSignal) => call('get', '/api/registry/reports', { query, signal }),
  verify: (id: string, body: BodyOf<'post', '/api/registry/reports/{id}/verify'>) => call('post', '/api/registry/reports/{id}/verify', { path: { id }, body }),
  publish: (id: string, body: BodyOf<'post', '/api/registry/reports/{id}/publish'>) => call('post', '/api/registry/reports/{id}/publish', { path: { id }, body }),
  suspensions: (query: Query, signal?: AbortSignal) => call('get', '/api/registry/suspensions', { query, signal }),
  suspend: (body: SuspensionInput) => call('post', '/api/registry/suspensions', { body }),
}
