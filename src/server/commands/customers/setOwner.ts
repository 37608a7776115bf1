import { ok, refuse } from '../../../base/result.ts'
import { saveOwner } from '../../db/customers.ts'
import type { Handler } from '../handler.ts'
import { publishCustomer } from './visibleCustomer.ts'

export const setOwner: Handler<'customer.set-owner'> = async (work, _principal, { customerIds, ownerId }) => {
  const owner = ownerId && (await work.directory()).agents.get(ownerId)?.agent
  if (ownerId && (!owner || owner.disabled)) return refuse('not-found')
  for (const customerId of new Set(customerIds)) {
    // Nothing is told of who has this owner already.
    if (await saveOwner(work.tx, work.organizationId, customerId, ownerId))
      await publishCustomer(work, customerId)
  }
  return ok({})
}
