// SPDX-License-Identifier: Apache-2.0
/** Green done, amber due, red overdue or unlawful, grey inactive, violet exception. */
export type Tone = 'done' | 'due' | 'wrong' | 'idle' | 'exception' | 'accent'
