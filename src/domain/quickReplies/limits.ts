import type { QuickReply } from '../../protocol/model/index.ts'
import { QUICK_REPLY_LIMITS } from '../../protocol/model/limits.ts'

/** What of a library can be full. */
export type Full = 'library-full' | 'reply-group-full' | 'too-many-reply-groups'

/** What is too full with these replies in a library; null: there is room (R-06-037, R-06-038). */
export const fullness = (replies: readonly Pick<QuickReply, 'groupName'>[]): Full | null => {
  const groups = Map.groupBy(replies, ({ groupName }) => groupName)
  if (replies.length > QUICK_REPLY_LIMITS.library) return 'library-full'
  if (groups.size > QUICK_REPLY_LIMITS.groups) return 'too-many-reply-groups'
  return [...groups.values()].some(({ length }) => length > QUICK_REPLY_LIMITS.group)
    ? 'reply-group-full'
    : null
}
