import { ok, refuse } from '../../../base/result.ts'
import { pinListEntry as pin } from '../../db/listEntries.ts'
import type { Handler } from '../handler.ts'

export const pinListEntry: Handler<'list-entry.pin'> = async (work, { agentId }, args) => {
  const entry = await pin(work.tx, work.organizationId, agentId, args.conversationId, args.pinned)
  if (!entry) return refuse('not-found')
  work.publish(`agent:${agentId}`, 'list-entry.changed', { entry })
  return ok({})
}
