// SPDX-License-Identifier: Apache-2.0
import type { ImportReport, RoomImportReport, SiteRegistration, SuspensionInput } from '@/api/schema'
import { call, type BodyOf } from '@/api/client'
import { sendTable, type Fields } from '@/base/import/import'
import { send, type Query } from '@/base/request/http'

import type { ShapeCollection } from './shapes'

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
  importTable: (file: File, fields: Fields, draft?: string) => sendTable<ImportReport>('/api/registry/imports', file, fields, draft),
  importRooms: (file: File, fields: Fields, draft?: string) => sendTable<RoomImportReport>('/api/registry/rooms/import', file, fields, draft),
  reports: (query: Query, signal?: AbortSignal) => call('get', '/api/registry/reports', { query, signal }),
  verify: (id: string, body: BodyOf<'post', '/api/registry/reports/{id}/verify'>) => call('post', '/api/registry/reports/{id}/verify', { path: { id }, body }),
  publish: (id: string, body: BodyOf<'post', '/api/registry/reports/{id}/publish'>) => call('post', '/api/registry/reports/{id}/publish', { path: { id }, body }),
  suspensions: (query: Query, signal?: AbortSignal) => call('get', '/api/registry/suspensions', { query, signal }),
  suspend: (body: SuspensionInput) => call('post', '/api/registry/suspensions', { body }),
}
