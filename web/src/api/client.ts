// SPDX-License-Identifier: Apache-2.0
// Calls the server by the generated description: address, path values, body and answer are checked against it by the compiler.
import { address, send, type Query } from '@/base/request/http'

import type { paths } from './schema'

type Verb = 'get' | 'post' | 'put' | 'delete'
type Operation<P extends keyof paths, V extends Verb> = paths[P] extends Record<V, infer O> ? O : never
type PathOf<V extends Verb> = { [P in keyof paths]: [Operation<P, V>] extends [never] ? never : P }[keyof paths]

type Good = 200 | 201 | 202 | 204
type Content<R> = R extends { content: { 'application/json': infer J } } ? J : void
type Answer<O> = O extends { responses: infer R } ? { [S in keyof R & Good]: Content<R[S]> }[keyof R & Good] : never
type Given<B> = [B] extends [never] ? never : B extends { content: { 'application/json': infer J } } ? J : B extends { content: object } ? FormData : never
type Body<O> = O extends { requestBody?: infer B } ? Given<NonNullable<B>> : never
type PathValues<O> = O extends { parameters: { path: infer V } } ? V : never

type Values<T> = [T] extends [never] ? unknown : [NonNullable<T>] extends [never] ? unknown : { path: T }
type Sent<T> = [T] extends [never] ? unknown : { body: T }
type Input<O> = { query?: Query; signal?: AbortSignal | undefined } & Values<PathValues<O>> & Sent<Body<O>>

/** '/api/x/{id}' with its values filled in. */
export function filled(path: string, values: Record<string, string | number> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name] ?? '')))
}

export function call<V extends Verb, P extends PathOf<V>>(verb: V, path: P, input: Input<Operation<P, V>>): Promise<Answer<Operation<P, V>>> {
  const given = input as { query?: Query; signal?: AbortSignal; path?: Record<string, string | number>; body?: unknown }
  return send<Answer<Operation<P, V>>>(verb.toUpperCase(), address(filled(path as string, given.path), given.query), given.body, given.signal)
}

export type BodyOf<V extends Verb, P extends PathOf<V>> = Body<Operation<P, V>>
