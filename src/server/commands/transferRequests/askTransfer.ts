import { ok, refuse } from '../../../base/result.ts'
import type { TransferRequest, TransferRequestId } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { findCustomer } from '../../db/customers.ts'
import { openSessionOf } from '../../db/sessions.ts'
import { insertTransferRequest, transferRequestsOf } from '../../db/transferRequests.ts'
import { isReachedBy } from '../faces/startFacts.ts'
import type { Handler } from '../handler.ts'
import { nameOfAgent } from '../sessions/transferTarget.ts'
import { dropRequest } from './dropRequests.ts'

export const askTransfer: Handler<'transfer-request.ask'> = async (work, { agentId }, { conversationId }) => {
  const { tx, organizationId } = work
  const { agents } = await work.directory()
  const known = agents.get(agentId)
  const row = await findConversation(tx, organizationId, conversationId)
  if (!row || !known || !(await isReachedBy(work, known, row))) return refuse('not-found')
  const open = await openSessionOf(tx, organizationId, conversationId)
  const handlerId = open?.session.handlerId
  if (!open || !handlerId || handlerId === agentId) return refuse('nobody-has-it')
  const agentName = await nameOfAgent(work, handlerId)
  if (open.session.face) return refuse('other-face', { agentName })
  if (!agents.get(handlerId)?.permissions.has('reception.transfer'))
    return refuse('cannot-transfer', { agentName })
  for (const former of await transferRequestsOf(tx, organizationId, [open.session.id])) {
    if (former.fromAgentId !== agentId) continue
    if (former.state === 'open') return refuse('already-requested', { agentName })
    await dropRequest(work, former)
  }
  const customer = await findCustomer(tx, organizationId, row.customer_id)
  const request: TransferRequest = {
    id: work.ids.next() as TransferRequestId,
    sessionId: open.session.id,
    conversationId,
    customerName: customer?.name ?? '',
    customerNumber: customer?.number ?? 0,
    fromAgentId: agentId,
    toAgentId: handlerId,
    state: 'open',
    at: work.now,
  }
  await insertTransferRequest(tx, organizationId, request)
  work.publish(`agent:${agentId}`, 'transfer-request.changed', { request })
  work.publish(`agent:${handlerId}`, 'transfer-request.changed', { request })
  return ok({ request })
}
