// SPDX-License-Identifier: Apache-2.0

/** The shape of one language's words: another language must have the same keys, no more and no fewer. */
export type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }
