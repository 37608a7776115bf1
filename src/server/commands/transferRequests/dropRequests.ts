import type { SessionId, TransferRequest } from '../../../protocol/model/index.ts'
import { deleteTransferRequest, transferRequestsOf } from '../../db/transferRequests.ts'
import type { Work } from '../../engine/work.ts'

/** It is over: neither of the two has it any more. */
export const dropRequest = async (work: Work, request: TransferRequest): Promise<void> => {
  const { id, fromAgentId, toAgentId } = request
  await deleteTransferRequest(work.tx, work.organizationId, id)
  work.publish(`agent:${fromAgentId}`, 'transfer-request.removed', { id })
  if (request.state === 'open') work.publish(`agent:${toAgentId}`, 'transfer-request.removed', { id })
}

/** The sessions left their handlers: nobody can give them any more. */
export const dropRequestsOf = async (work: Work, sessionIds: readonly SessionId[]): Promise<void> => {
  for (const request of await transferRequestsOf(work.tx, work.organizationId, sessionIds)) {
    await dropRequest(work, request)
  }
}
