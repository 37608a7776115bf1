import { ok, refuse } from '../../../base/result.ts'
import { findQuickReply } from '../../db/quickReplies.ts'
import { countUse } from '../../db/quickReplyUses.ts'
import type { Handler } from '../handler.ts'

/** Counted for the agent alone: a reply that everybody uses all day would else be news for everybody. */
export const countQuickReply: Handler<'quick-reply.count-use'> = async (work, { agentId }, { id }) => {
  const { tx, organizationId, now } = work
  const reply = await findQuickReply(tx, organizationId, id)
  if (!reply || (reply.ownerId !== null && reply.ownerId !== agentId)) return refuse('not-found')
  const use = await countUse(tx, organizationId, agentId, id, now)
  work.publish(`agent:${agentId}`, 'quick-reply.used', { use })
  return ok({ use })
}
