import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'

/** Whom this agent was given and has not answered yet; `rows` are those in session. */
export const assignedIn = (rows: readonly ConversationRow[]): ReadonlySet<ConversationId> =>
  new Set(rows.filter(({ sessionState }) => sessionState === 'assigned').map(({ id }) => id))

/** Who was given to this agent since; whom one finds on coming is no news. */
export const arrivedSince = (
  before: ReadonlySet<ConversationId> | null,
  now: ReadonlySet<ConversationId>,
): readonly ConversationId[] => (before === null ? [] : [...now].filter((id) => !before.has(id)))
