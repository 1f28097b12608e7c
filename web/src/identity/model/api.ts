// SPDX-License-Identifier: Apache-2.0
import { call } from '@/api/client'
import type { AccountForm, DelegationForm, FindForm, LeaveForm, PasswordForm, PersonField, PostForm, SignInForm } from '@/api/schema'
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
  post: (id: string, body: Omit<PostForm, 'id'>) => call('post', '/api/accounts/{id}/post', { path: { id }, body }),
  leave: (id: string, body: Omit<LeaveForm, 'id'>) => call('post', '/api/accounts/{id}/leave', { path: { id }, body }),
  attempts: (query: Query, signal?: AbortSignal) => call('get', '/api/sign-ins', { query, signal }),
  online: () => call('get', '/api/online', {}),
  endAny: (id: string) => call('delete', '/api/online/{id}', { path: { id } }),
  delegations: () => call('get', '/api/delegations', {}),
  choices: () => call('get', '/api/delegations/choices', {}),
  delegate: (body: DelegationForm) => call('post', '/api/delegations', { body }),
  endDelegation: (id: string) => call('delete', '/api/delegations/{id}', { path: { id } }),
  actFor: (delegation: string | null) => call('put', '/api/session/behalf', { body: delegation ? { delegation } : {} }),
  enable: (id: string) => call('post', '/api/accounts/{id}/enable', { path: { id } }),
}
