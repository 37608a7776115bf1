import * as z from 'zod'

import { ConversationId } from '../model/index.ts'
import { command } from './command.ts'

/** Keeps a conversation above the others in the own list. */
export const pinListEntry = command('list-entry.pin', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ conversationId: ConversationId, pinned: z.boolean() }),
  result: z.object({}),
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
