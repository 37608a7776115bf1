import * as z from 'zod'

import { ConversationId, ListEntry, PrivateRemark, Scope } from '../model/index.ts'
import { event } from './event.ts'

export const listEntryChanged = event('list-entry.changed', 'agent', z.object({ entry: ListEntry }))
export const listEntryRemoved = event(
  'list-entry.removed',
  'agent',
  z.object({ conversationId: ConversationId }),
)
/** The agent named a customer for themselves; an empty text takes the name away. */
export const privateRemarkChanged = event(
  'private-remark.changed',
  'agent',
  z.object({ remark: PrivateRemark }),
)
/** From here on the agent follows the scope; its snapshot comes beside the log. */
export const scopeFollowed = event('scope.followed', 'agent', z.object({ scope: Scope }))
/** From here on the agent no longer follows the scope; its rows leave the cache (R-17-062). */
export const scopeLost = event('scope.lost', 'agent', z.object({ scope: Scope }))
