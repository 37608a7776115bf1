import { ok, refuse } from '../../base/result.ts'
import { customerChangesOf } from '../db/customerChanges.ts'
import { followRecordsOf } from '../db/followRecords.ts'
import { askedCustomer } from './askedCustomer.ts'
import type { QueryHandler } from './query.ts'

/** Who changed a field of the customer, for whoever sees the customer (R-03-127). */
export const customerChanges: QueryHandler<'customer.changes'> = async (
  asking,
  { conversationId, field },
) => {
  const customerId = await askedCustomer(asking, conversationId)
  if (!customerId) return refuse('not-found')
  const { db, principal } = asking
  return ok({ changes: await customerChangesOf(db, principal.organizationId, customerId, field) })
}

/** What was done for the customer. */
export const followRecords: QueryHandler<'customer.follow-records'> = async (asking, { conversationId }) => {
  const customerId = await askedCustomer(asking, conversationId)
  if (!customerId) return refuse('not-found')
  const { db, principal } = asking
  return ok({ records: await followRecordsOf(db, principal.organizationId, customerId) })
}
