import { ok, refuse } from '../../../base/result.ts'
import { isTransferable } from '../../../domain/sessions/transfer.ts'
import { countsAsLoad } from '../../../domain/sessions/transition.ts'
import type { AgentId } from '../../../protocol/model/index.ts'
import { presenceOf } from '../../db/agentPresence.ts'
import { findConversation } from '../../db/conversations.ts'
import { findSession } from '../../db/sessions.ts'
import { declineTransferRequest, findTransferRequest } from '../../db/transferRequests.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { handOver } from '../reception/handOver.ts'
import { receiversFor } from '../reception/receiversFor.ts'
import { carryReader, type Thread } from '../reception/thread.ts'
import { isTarget, nameOfAgent } from '../sessions/transferTarget.ts'

/** Whoever asked gets the session as if they took it out of the pool: up to their capacity (R-02-119). */
export const answerTransfer: Handler<'transfer-request.answer'> = async (
  work,
  { agentId },
  { id, accept },
) => {
  const { tx, organizationId } = work
  const request = await findTransferRequest(tx, organizationId, id)
  if (request?.toAgentId !== agentId || request.state !== 'open') return refuse('not-found')
  const { fromAgentId, sessionId, conversationId } = request
  if (!accept) {
    await declineTransferRequest(tx, organizationId, id)
    work.publish(`agent:${fromAgentId}`, 'transfer-request.changed', {
      request: { ...request, state: 'declined' },
    })
    work.publish(`agent:${agentId}`, 'transfer-request.removed', { id })
    return ok({})
  }
  const stored = await findSession(tx, organizationId, sessionId)
  const conversation = await findConversation(tx, organizationId, conversationId)
  if (!stored || !conversation) return refuse('not-found')
  const { transferWindowMinutes: minutes } = (await work.directory()).organization.reception
  if (!isTransferable(conversation.last_customer_at, work.now, minutes * 60_000))
    return refuse('customer-silent', { minutes })
  const to = { kind: 'agent', agentId: fromAgentId } as const
  // Who blocked this customer takes them from nobody (R-02-300).
  if (!(await isTarget(await receiversFor(work, stored.session.customerId), to)))
    return refuse('not-receivable')
  const full =
    countsAsLoad({ ...stored.session, handlerId: fromAgentId }) && (await fullness(work, fromAgentId))
  if (full) return refuse('asker-full', { agentName: await nameOfAgent(work, fromAgentId), ...full })
  const thread: Thread = { id: conversationId, lastSeq: conversation.last_seq }
  const hadRead = thread.lastSeq
  const moved = await handOver(work, thread, stored, {
    choice: { agentId: fromAgentId, why: { step: 'transferred' } },
    target: to,
    line: { from: await nameOfAgent(work, agentId), to: await nameOfAgent(work, fromAgentId) },
    cause: 'transferred',
  })
  if (!moved.ok) return refuse('session-changed')
  await carryReader(work, agentId, thread, hadRead)
  return ok({})
}

/** Undefined: there is room for one more, or the company lets agents take more than that. */
const fullness = async (
  work: Work,
  agentId: AgentId,
): Promise<{ readonly load: number; readonly capacity: number } | undefined> => {
  const { organization, agents } = await work.directory()
  const load = (await presenceOf(work.tx, work.organizationId, agentId))?.load ?? 0
  const capacity = agents.get(agentId)?.capacity ?? 0
  return load >= capacity && !organization.reception.acceptOverCapacity ? { load, capacity } : undefined
}
