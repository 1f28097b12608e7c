// SPDX-License-Identifier: Apache-2.0
import { call } from '@/api/client'
import type { AccountForm, FindForm, PasswordForm, PersonField, SignInForm } from '@/api/schema'
import type { Query } from '@/base/request/http'

export const identity = {
  current: () => call('get', '/api/session', {}),
  signIn: (body: SignInForm) => call('post', '/api/session', { body }),
  signOut: () => call('delete', '/api/session', {}),
  provider: () => call('get', '/api/oidc', {}),
  beginProvider: () => call('post', '/api/oidc/begin', {}),
  finishProvider: (code: string, state: string) => call('post', '/api/oidc/finish', { body: { code, state } }),
  links: (id: string) => call('get', '/api/accounts/{id}/oidc', { path: { id } }),
  link: (id: string, subject: string) => call('put', '/api/accounts/{id}/oidc', { path: { id }, body: { subject } }),
  unlink: (id: string) => call('delete', '/api/accounts/{id}/oidc', { path: { id } }),
  sessions: () => call('get', '/api/sessions', {}),
  revoke: (id: string) => call('delete', '/api/sessions/{id}', { path: { id } }),
  changePassword: (body: PasswordForm) => call('post', '/api/password', { body }),
  accounts: (query: Query, signal?: AbortSignal) => call('get', '/api/accounts', { query, signal }),
  roles: () => call('get', '/api/roles', {}),
  create: (body: AccountForm) => call('post', '/api/accounts', { body }),
  reset: (id: string) => call('post', '/api/accounts/{id}/password', { path: { id } }),
  personal: (id: string) => call('get', '/api/accounts/{id}/personal', { path: { id } }),
  changePersonal: (id: string, body: { national_id?: string; telephone?: string; email?: string }) => call('put', '/api/accounts/{id}/personal', { path: { id }, body }),
  reveal: (id: string, field: PersonField, reason: string) => call('post', '/api/accounts/{id}/personal/reveal', { path: { id }, body: { field, reason } }),
  find: (body: FindForm) => call('post', '/api/account-find', { body }),
  disable: (id: string) => call('post', '/api/accounts/{id}/disable', { path: { id } }),
  enable: (id: string) => call('post', '/api/accounts/{id}/enable', { path: { id } }),
}
