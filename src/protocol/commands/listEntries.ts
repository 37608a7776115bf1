import * as z from 'zod'

import { ConversationId, Rank } from '../model/index.ts'
import { LIST_LIMITS } from '../model/limits.ts'
import { command } from './command.ts'

/** Keeps a conversation above the others in the own list. */
export const pinListEntry = command('list-entry.pin', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationId: ConversationId, pinned: z.boolean() }),
  result: z.object({}),
  codes: ['pins-full'],
})

/** Gives a row its place in the order of entry. */
export const moveListEntry = command('list-entry.move', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationId: ConversationId, rank: Rank }),
  result: z.object({}),
  codes: [],
})

/** Marks a conversation to come back to, or all of it as read. */
export const markListEntry = command('list-entry.mark', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationId: ConversationId, unread: z.boolean() }),
  result: z.object({}),
  codes: [],
})

/** Hides those that need nobody: pinned ones, own running sessions and unread ones stay (R-03-040). */
export const clearListEntries = command('list-entry.clear', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationIds: z.array(ConversationId).min(1).max(LIST_LIMITS.clearBatch) }),
  result: z.object({ removed: z.int() }),
  codes: [],
})

/** Hides a conversation from the own list until something happens in it; refused while its session is one's own. */
export const removeListEntry = command('list-entry.remove', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationId: ConversationId }),
  result: z.object({}),
  codes: ['session-open'],
})
