import { ok, refuse } from '../../../base/result.ts'
import { deleteListEntry } from '../../db/listEntries.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { Handler } from '../handler.ts'

export const removeListEntry: Handler<'list-entry.remove'> = async (
  work,
  { agentId },
  { conversationId },
) => {
  const open = await openSessionOf(work.tx, work.organizationId, conversationId)
  if (open?.session.handlerId === agentId) return refuse('session-open')
  if (!(await deleteListEntry(work.tx, work.organizationId, agentId, conversationId)))
    return refuse('not-found')
  work.publish(`agent:${agentId}`, 'list-entry.removed', { conversationId })
  await work.unfollow(agentId, `thread:${conversationId}`)
  return ok({})
}
