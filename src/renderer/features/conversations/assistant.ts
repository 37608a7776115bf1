import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId, ListCategory } from '../../../protocol/model/index.ts'
import { keepOpen } from './keepOpen.ts'

/** The row under which silenced groups stand together; it is no conversation. */
export const ASSISTANT_ID = 'group-assistant' as ConversationId

/** Groups in the assistant, the newest message first, whatever the order of the list (R-03-062). */
export const assistantRows = (rows: readonly ConversationRow[]): readonly ConversationRow[] =>
  rows.filter(({ messageSetting }) => messageSetting === 'assistant').toSorted((a, b) => b.at - a.at)

/** The rows of a list with one row for all groups in the assistant, in its place by the newest message there (R-03-061). */
export const withAssistant = (
  rows: readonly ConversationRow[],
  groups: readonly ConversationRow[],
  category: ListCategory,
  pinned: boolean,
): readonly ConversationRow[] => {
  const [newest] = groups
  if (!newest || category === 'colleagues') return rows
  return keepOpen(rows, {
    ...newest,
    id: ASSISTANT_ID,
    pinned,
    reminded: false,
    unread: groups.filter(({ unread }) => unread > 0).length,
    mentioned: groups.some(({ mentioned }) => mentioned),
    draft: '',
    unsent: null,
    typing: false,
    rank: groups.reduce((highest, { rank }) => (rank > highest ? rank : highest), ''),
  })
}
