import type { ConversationRow } from '../../../client/api.ts'
import type { ListCategory } from '../../../protocol/model/index.ts'

/** Where a row stands beside "all". */
export const categoryOf = ({ chat }: Pick<ConversationRow, 'chat'>): ListCategory =>
  chat === null ? 'customers' : chat === 'adhoc' ? 'groups' : 'colleagues'

/** The rows of one category, but for what is in the group assistant; what is asked of the core is the same for all of them. */
export const rowsIn = (
  category: ListCategory,
  rows: readonly ConversationRow[],
): readonly ConversationRow[] =>
  rows.filter(
    (row) => row.messageSetting !== 'assistant' && (category === 'all' || categoryOf(row) === category),
  )
