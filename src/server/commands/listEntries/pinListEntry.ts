import { ok, refuse } from '../../../base/result.ts'
import { LIST_LIMITS } from '../../../protocol/model/limits.ts'
import { countPins, findListEntry, pinListEntry as pin } from '../../db/listEntries.ts'
import type { Handler } from '../handler.ts'

export const pinListEntry: Handler<'list-entry.pin'> = async (work, { agentId }, args) => {
  const { tx, organizationId } = work
  const { conversationId, pinned } = args
  const before = await findListEntry(tx, organizationId, agentId, conversationId)
  if (pinned && !before?.pinned && (await countPins(tx, organizationId, agentId)) >= LIST_LIMITS.pins)
    return refuse('pins-full', { limit: LIST_LIMITS.pins })
  const entry = await pin(tx, organizationId, agentId, conversationId, pinned)
  if (!entry) return refuse('not-found')
  work.publish(`agent:${agentId}`, 'list-entry.changed', { entry })
  return ok({})
}
