// SPDX-License-Identifier: Apache-2.0
import { ref } from 'vue'

import { call } from '@/api/client'
import type { ChannelForm } from '@/api/schema'
import type { Tone } from '@/base/parts/tone'
import type { Query } from '@/base/request/http'

export const notices = {
  list: (query: Query, signal?: AbortSignal) => call('get', '/api/notices', { query, signal }),
  unread: () => call('get', '/api/notices/unread', {}),
  read: (number: number) => call('post', '/api/notices/{number}/read', { path: { number } }),
  channels: () => call('get', '/api/channels', {}),
  editChannels: (body: ChannelForm) => call('put', '/api/channels', { body }),
  tryChannels: () => call('post', '/api/channels/test', {}),
  deliveries: (query: Query, signal?: AbortSignal) => call('get', '/api/deliveries', { query, signal }),
  retry: (number: number) => call('post', '/api/deliveries/{number}/retry', { path: { number } }),
}

export const tones: Record<string, Tone> = { queued: 'due', sent: 'done', failed: 'wrong' }

/** The bell's count, one for all places that show it. A bell that cannot count stays still: the page itself says what is wrong. */
export const unread = ref(0)
export async function countUnread(): Promise<void> {
  try {
    unread.value = (await notices.unread()).unread
  } catch {
    unread.value = 0
  }
}
