import { ok, refuse } from '../../../base/result.ts'
import { markListEntryRead, markListEntryUnread } from '../../db/listEntries.ts'
import type { Handler } from '../handler.ts'

export const markListEntry: Handler<'list-entry.mark'> = async (
  work,
  { agentId },
  { conversationId, unread },
) => {
  const mark = unread ? markListEntryUnread : markListEntryRead
  const entry = await mark(work.tx, work.organizationId, agentId, conversationId)
  if (!entry) return refuse('not-found')
  work.publish(`agent:${agentId}`, 'list-entry.changed', { entry })
  return ok({})
}
