import { ok } from '../../../base/result.ts'
import { clearableOf } from '../../db/listEntries.ts'
import type { Handler } from '../handler.ts'
import { hideListEntry } from './hideListEntry.ts'

export const clearListEntries: Handler<'list-entry.clear'> = async (
  work,
  { agentId },
  { conversationIds },
) => {
  const ids = await clearableOf(work.tx, work.organizationId, agentId, conversationIds)
  for (const id of ids) await hideListEntry(work, agentId, id)
  return ok({ removed: ids.length })
}
