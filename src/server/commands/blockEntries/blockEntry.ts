import { ok, refuse } from '../../../base/result.ts'
import type { AgentId, CustomerId } from '../../../protocol/model/index.ts'
import { deleteBlockEntry, insertBlockEntry } from '../../db/blockEntries.ts'
import { conversationsOfCustomer } from '../../db/faces.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { takeFromAgent } from '../agents/takeFromAgent.ts'
import { visibleCustomer } from '../customers/visibleCustomer.ts'
import type { Handler } from '../handler.ts'
import { endSession } from '../reception/endSession.ts'

export const addBlockEntry: Handler<'block-entry.add'> = async (work, { agentId }, { customerId }) => {
  if (!(await visibleCustomer(work, agentId, customerId))) return refuse('not-found')
  await blockForAgent(work, agentId, customerId)
  return ok({})
}

/** The customer reaches this agent no more, and what they have together ends or goes to colleagues. */
export const blockForAgent = async (work: Work, agentId: AgentId, customerId: CustomerId): Promise<void> => {
  if (!(await insertBlockEntry(work.tx, work.organizationId, agentId, customerId, work.now))) return
  work.publish(`agent:${agentId}`, 'block-entry.changed', { customerId, blocked: true })
  await endOwnFace(work, agentId, customerId)
  await takeFromAgent(work, agentId, ({ session }) => session.customerId === customerId)
}

/** Nobody else goes on with what was said to this agent alone. */
const endOwnFace = async (work: Work, agentId: AgentId, customerId: CustomerId): Promise<void> => {
  const { tx, organizationId } = work
  for (const { id, face_agent_id, last_seq } of await conversationsOfCustomer(
    tx,
    organizationId,
    customerId,
  )) {
    const open = face_agent_id === agentId ? await openSessionOf(tx, organizationId, id) : undefined
    if (open) await endSession(work, { id, lastSeq: last_seq }, open, 'blocked')
  }
}

export const removeBlockEntry: Handler<'block-entry.remove'> = async (work, { agentId }, { customerId }) => {
  await deleteBlockEntry(work.tx, work.organizationId, agentId, customerId)
  work.publish(`agent:${agentId}`, 'block-entry.changed', { customerId, blocked: false })
  return ok({})
}
