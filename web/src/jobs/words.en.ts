// SPDX-License-Identifier: Apache-2.0
import type { Shape } from '@/base/i18n/shape'

import type zh from './words.zh'

const words: Shape<typeof zh> = {
  title: 'Background jobs', lead: 'Work the platform leaves for later: sending notices, checks every so often. Failures are tried again by themselves; what failed too often waits for a person.',
  number: 'Number', kind: 'Kind', key: 'Matter', state: 'State', runAt: 'Not before', attempts: 'Tries', reason: 'Why it failed', ended: 'Ended', started: 'Last begun', worker: 'Process', payload: 'Content id', actions: 'Actions', lease: 'Lease until', fence: 'Fence',
  states: { waiting: 'Waiting', running: 'Running', done: 'Done', dead: 'Failed', cancelled: 'Cancelled' },
  turns: 'Scheduled task', turnCount: '{count} scheduled tasks', often: 'How often', everyHours: 'every {count} h', everyDays: 'every {count} d', every: 'every {minutes} minutes', next: 'Next', notYet: 'Not yet run',
  retry: 'Retry', cancel: 'Cancel job', empty: 'No background job yet', emptyHint: 'Jobs appear here when the platform sends notices or checks deadlines',
  ask: { retry: 'Retry job {number}', cancel: 'Cancel job {number}' },
  effect: { retry: 'It runs at once, with all its tries', cancel: 'It does not run; it can be retried later' },
  done: { retry: 'Job retried', cancel: 'Job cancelled' },
}

export default words
