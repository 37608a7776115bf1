import { ok } from '../../../base/result.ts'
import { findConversation } from '../../db/conversations.ts'
import { saveCustomerVisit } from '../../db/customerVisits.ts'
import type { InternalHandler } from '../handler.ts'

/** Keeps which pages customers looked at; of a talk that has gone meanwhile nothing is kept. */
export const noteVisits: InternalHandler<'visits.note'> = async ({ tx, organizationId }, { visits }) => {
  for (const { conversationId, record } of visits) {
    if (await findConversation(tx, organizationId, conversationId))
      await saveCustomerVisit(tx, organizationId, conversationId, record)
  }
  return ok({})
}
