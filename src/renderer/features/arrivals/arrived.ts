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

/** At most so many sounds in so long (R-03-171). */
const MOST_SOUNDS = 3
const WITHIN_MS = 5000

/** The times of the sounds after one more at `now`; null: it is one too many. */
export const afterSound = (times: readonly number[], now: number): readonly number[] | null => {
  const recent = times.filter((time) => now - time < WITHIN_MS)
  return recent.length < MOST_SOUNDS ? [...recent, now] : null
}
