import { ok, refuse } from '../../../base/result.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { Handler } from '../handler.ts'
import { hideListEntry } from './hideListEntry.ts'

export const removeListEntry: Handler<'list-entry.remove'> = async (
  work,
  { agentId },
  { conversationId },
) => {
  const open = await openSessionOf(work.tx, work.organizationId, conversationId)
  if (open?.session.handlerId === agentId) return refuse('session-open')
  return (await hideListEntry(work, agentId, conversationId)) ? ok({}) : refuse('not-found')
}
