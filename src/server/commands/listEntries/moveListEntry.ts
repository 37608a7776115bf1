import { ok, refuse } from '../../../base/result.ts'
import { moveListEntry as move } from '../../db/listEntries.ts'
import type { Handler } from '../handler.ts'

export const moveListEntry: Handler<'list-entry.move'> = async (
  work,
  { agentId },
  { conversationId, rank },
) => {
  const entry = await move(work.tx, work.organizationId, agentId, conversationId, rank)
  if (!entry) return refuse('not-found')
  work.publish(`agent:${agentId}`, 'list-entry.changed', { entry })
  return ok({})
}
