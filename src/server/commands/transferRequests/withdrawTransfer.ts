import { ok, refuse } from '../../../base/result.ts'
import { findTransferRequest } from '../../db/transferRequests.ts'
import type { Handler } from '../handler.ts'
import { dropRequest } from './dropRequests.ts'

export const withdrawTransfer: Handler<'transfer-request.withdraw'> = async (work, { agentId }, { id }) => {
  const request = await findTransferRequest(work.tx, work.organizationId, id)
  if (request?.fromAgentId !== agentId) return refuse('not-found')
  await dropRequest(work, request)
  return ok({})
}
