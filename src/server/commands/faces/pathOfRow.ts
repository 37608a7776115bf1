import { pathOf, type PathState } from '../../../domain/paths/path.ts'
import type { ConversationRow } from '../../db/conversations.ts'
import type { QuotaReads } from './quota.ts'

/** Whether the customer of a conversation can be reached there now. */
export const pathOfRow = async (
  { now, directory }: Pick<QuotaReads, 'now' | 'directory'>,
  { channel, friend_since, last_customer_at, replies }: ConversationRow,
): Promise<PathState> => {
  const { reception } = (await directory()).organization
  return pathOf(
    { channel, friendSince: friend_since, lastCustomerAt: last_customer_at, replies },
    reception,
    now,
  )
}
