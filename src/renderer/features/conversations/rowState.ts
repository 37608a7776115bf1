import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'

export const isRunning = ({ sessionState }: Pick<ConversationRow, 'sessionState'>): boolean =>
  sessionState === 'active' || sessionState === 'assigned'

/** Rows that nobody is waited for in: not pinned, read, nothing typed or unsent, no running session (R-03-040). */
export const clearable = (rows: readonly ConversationRow[]): ConversationId[] =>
  rows
    .filter(
      (row) => !row.pinned && row.unread === 0 && row.draft === '' && row.unsent === null && !isRunning(row),
    )
    .map(({ id }) => id)
