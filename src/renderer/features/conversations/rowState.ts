import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import type { Starrable } from '../contacts/index.ts'

export const isRunning = ({ sessionState }: Pick<ConversationRow, 'sessionState'>): boolean =>
  sessionState === 'active' || sessionState === 'assigned'

/** Whom the row's star is for: a customer or a colleague; nobody, where it is a chat of several. */
export const starrableOf = ({ chat, customerId, colleagueId }: ConversationRow): readonly Starrable[] =>
  customerId !== null
    ? [{ customerId }]
    : chat === 'direct' && colleagueId !== null
      ? [{ agentId: colleagueId }]
      : []

/** Rows that nobody is waited for in: not pinned, read, nothing typed or unsent, no running session (R-03-040). */
export const clearable = (rows: readonly ConversationRow[]): ConversationId[] =>
  rows
    .filter(
      (row) => !row.pinned && row.unread === 0 && row.draft === '' && row.unsent === null && !isRunning(row),
    )
    .map(({ id }) => id)
