import { ok, refuse } from '../../../base/result.ts'
import { findCustomer, saveOwner } from '../../db/customers.ts'
import type { Handler } from '../handler.ts'
import { noteChanges } from './changes.ts'
import { publishCustomer } from './visibleCustomer.ts'

export const setOwner: Handler<'customer.set-owner'> = async (
  work,
  { agentId },
  { customerIds, ownerId },
) => {
  const owner = ownerId && (await work.directory()).agents.get(ownerId)?.agent
  if (ownerId && (!owner || owner.disabled)) return refuse('not-found')
  for (const customerId of new Set(customerIds)) {
    // Nothing is told of who has this owner already.
    const before = await findCustomer(work.tx, work.organizationId, customerId)
    if (!before || !(await saveOwner(work.tx, work.organizationId, customerId, ownerId))) continue
    const next = await publishCustomer(work, customerId)
    await noteChanges(work, agentId, { from: before, to: next }, ['owner'])
  }
  return ok({})
}
