// SPDX-License-Identifier: Apache-2.0
import type { Phase } from '@/api/schema'

/** In the order in which a ceremony goes through them. */
export const phases: Phase[] = ['committing', 'revealing', 'waiting', 'due', 'announced', 'seeded']
