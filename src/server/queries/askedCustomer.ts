import type { ConversationId, CustomerId } from '../../protocol/model/index.ts'
import { findConversation } from '../db/conversations.ts'
import type { Asking } from './query.ts'
import { seesThread } from './visibility.ts'

/** Whose conversation it is, for whoever may read it; undefined: they may not. */
export const askedCustomer = async (
  { db, principal, known }: Pick<Asking, 'db' | 'principal' | 'known'>,
  conversationId: ConversationId,
): Promise<CustomerId | undefined> => {
  if (!(await seesThread(db, principal, known, conversationId))) return undefined
  return (await findConversation(db, principal.organizationId, conversationId))?.customer_id
}
