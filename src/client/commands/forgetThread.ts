import { ok, type Result } from '../../base/result.ts'
import type { ConversationId } from '../../protocol/model/index.ts'
import { readConversation } from '../store/conversations.ts'
import { forgetAnswers } from '../store/keptAnswers.ts'
import { removeMessages } from '../store/messages.ts'
import type { Store } from '../store/store.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'

/**
 * Takes a thread's messages off this device, with the index over them and what was told of its customer (R-06-175).
 *
 * Its row, drafts and unsent messages stay: the list is the same on all devices, and what was written is nowhere else.
 */
export const forgetThread = (
  store: Store,
  conversationId: ConversationId,
): Result<Record<string, never>, 'disk-full'> =>
  whenDiskAllows(() =>
    store.write(({ cache }) => {
      removeMessages(cache, conversationId)
      const customerId = readConversation(cache, conversationId)?.customerId
      if (customerId) forgetAnswers(cache, customerId)
    }),
  ) ?? ok({})
