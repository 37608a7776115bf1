import { ok, type Result } from '../../base/result.ts'
import type { ConversationId } from '../../protocol/model/index.ts'
import { readConversation, readTail } from '../store/conversations.ts'
import { rememberForgotten } from '../store/forgottenThreads.ts'
import { forgetAnswers } from '../store/keptAnswers.ts'
import { removeMessages } from '../store/messages.ts'
import type { Store } from '../store/store.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'

/**
 * Takes a thread's messages off this device, with the index over them and what was told of its customer (R-06-175), and
 * remembers it, so that they stay away until they are wanted again.
 *
 * Its row, drafts and unsent messages stay: the list is the same on all devices, and what was written is nowhere else.
 * `now`: by the server's clock.
 */
export const forgetThread = (
  store: Store,
  conversationId: ConversationId,
  now: number,
): Result<Record<string, never>, 'disk-full'> =>
  whenDiskAllows(() =>
    store.write(({ cache }) => {
      const newest = removeMessages(cache, conversationId)
      const seq = readTail(cache, conversationId)?.lastSeq ?? 0
      rememberForgotten(cache, { conversationId, seq, at: Math.max(now, newest) })
      const customerId = readConversation(cache, conversationId)?.customerId
      if (customerId) forgetAnswers(cache, customerId)
    }),
  ) ?? ok({})
