// SPDX-License-Identifier: Apache-2.0
import type { Shape } from '@/base/i18n/shape'

import type zh from './words.zh'

const words: Shape<typeof zh> = {
  title: 'Notices', lead: 'What the platform tells you, reminders included.', bell: 'Notices, {count} unread', all: 'All notices', unread: 'Unread', read: 'Read', open: 'Open', sentAt: 'Time', subject: 'Title', empty: 'No notice', emptyHint: 'Published plans, deadlines and the like appear here',
  channels: { title: 'Channels', lead: 'Besides the inbox, notices can reach you by e-mail or webhook.', mail: 'E-mail', webhook: 'Webhook address', language: 'Language', removed: 'Removed', change: 'Change', remove: 'Remove', last: 'Last:', try: 'Send a test notice', tried: 'The test notice is on its way', inboxOnly: 'Keep to the inbox, do not send out', saved: 'Channels saved', mailOff: 'The platform has no mail server yet', webhookOff: 'The platform has no webhook yet', zh: '中文', en: 'English' },
  deliveries: { title: 'Deliveries', lead: 'Notices sent by e-mail and webhook, and what became of them.', number: 'Number', account: 'Receiver', channel: 'Channel', state: 'Outcome', reason: 'Reason', queued: 'Queued', ended: 'Ended', actions: 'Actions', retry: 'Send again', retried: 'Queued again', empty: 'No delivery yet', emptyHint: 'Outcomes appear here once somebody has chosen a channel and is told something' },
  topic: { deadline_reminder: 'reminders of deadlines', deadline_missed: 'missed deadlines', deadline_escalated: 'escalated deadlines' },
  states: { queued: 'Queued', sent: 'Sent', failed: 'Failed' }, by: { mail: 'E-mail', webhook: 'Webhook' },
}

export default words
