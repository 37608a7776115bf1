import { ok, refuse } from '../../../base/result.ts'
import { deleteBlockEntry, insertBlockEntry } from '../../db/blockEntries.ts'
import { takeFromAgent } from '../agents/takeFromAgent.ts'
import { visibleCustomer } from '../customers/visibleCustomer.ts'
import type { Handler } from '../handler.ts'

export const addBlockEntry: Handler<'block-entry.add'> = async (work, { agentId }, { customerId }) => {
  if (!(await visibleCustomer(work, agentId, customerId))) return refuse('not-found')
  if (await insertBlockEntry(work.tx, work.organizationId, agentId, customerId, work.now)) {
    await takeFromAgent(work, agentId, ({ session }) => session.customerId === customerId)
  }
  return ok({})
}

export const removeBlockEntry: Handler<'block-entry.remove'> = async (work, { agentId }, { customerId }) => {
  await deleteBlockEntry(work.tx, work.organizationId, agentId, customerId)
  return ok({})
}
