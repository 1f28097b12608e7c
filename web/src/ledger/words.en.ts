// SPDX-License-Identifier: Apache-2.0
import type { Shape } from '@/base/i18n/shape'

import type zh from './words.zh'

const words: Shape<typeof zh> = {
  title: 'Ledger', lead: 'Every change stands in a log that only grows, fixed by signed checkpoints (P-2.4f).', keyword: 'subject, account or reason', check: 'Check the ledger', intact: 'intact', changed: 'changed', checked: '{size} events checked {at}',
  number: 'Number', at: 'Time', who: 'Who', action: 'Action', subject: 'Subject', reason: 'Reason', account: 'Account', role: 'Role', scope: 'Scope', behalf: 'For', clause: 'Clause', from: 'From', to: 'To', one: 'Event {number}',
  kind: { edited: 'content edited', deleted: 'rows deleted', reordered: 'order exchanged', added: 'rows added', node: 'hashes edited', truncated: 'end missing', checkpoint: 'differs from the checkpoint', signature: 'signature does not hold', replaced: 'database replaced', older: 'older copy', shard: 'record of expiry differs' },
}

export default words
