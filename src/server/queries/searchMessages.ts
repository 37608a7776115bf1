import { ok, refuse } from '../../base/result.ts'
import { isWanted } from '../../domain/search/isWanted.ts'
import { searchableText } from '../../domain/search/searchableText.ts'
import { isHit, parseSearch } from '../../domain/search/terms.ts'
import { chatsAmong } from '../db/chats.ts'
import { channelsOf } from '../db/conversations.ts'
import { followedThreads } from '../db/follows.ts'
import { messagesByIds } from '../db/messages.ts'
import type { QueryHandler } from './query.ts'

export const searchMessages: QueryHandler<'message.search'> = async (
  { db, principal, known, search },
  { text, before, limit, filter },
) => {
  if (!search) return refuse('unavailable')
  const { organizationId, agentId } = principal
  const followed = new Set(await followedThreads(db, organizationId, agentId))
  const within = known.permissions.has('records.search-all') ? null : followed
  const ids = await search.find({
    organizationId,
    text,
    before,
    limit,
    within,
    pick: filter
      ? async (messages) => {
          const ids = [...new Set(messages.map((one) => one.conversationId))]
          const channels = filter.channel === null ? null : await channelsOf(db, organizationId, ids)
          return messages.filter((one) =>
            isWanted(one, channels?.get(one.conversationId) ?? null, filter, agentId),
          )
        }
      : undefined,
  })
  const found = await messagesByIds(db, organizationId, ids)
  // Records are what is said to customers: chats of colleagues are found by those who are in them.
  const chats = await chatsAmong(db, organizationId, [...new Set(found.map((one) => one.conversationId))])
  const messages = found.filter(({ conversationId: id }) => followed.has(id) || !chats.has(id))
  // What was recalled since it was written is not shown with its place either.
  const wanted = parseSearch(text)
  const said = messages.filter(({ body }) => isHit(wanted, searchableText(body)))
  const byId = new Map(said.map((message) => [message.id, message]))
  return ok({ messages: ids.flatMap((id) => byId.get(id) ?? []) })
}
