import { ok, refuse } from '../../base/result.ts'
import { isWanted } from '../../domain/search/isWanted.ts'
import { searchableText } from '../../domain/search/searchableText.ts'
import { isHit, parseSearch } from '../../domain/search/terms.ts'
import type { ConversationId } from '../../protocol/model/index.ts'
import type { RecordPlace } from '../../protocol/queries/index.ts'
import { chatsAmong } from '../db/chats.ts'
import { channelsOf, conversationsByIds } from '../db/conversations.ts'
import { customersByIds } from '../db/customers.ts'
import { followedThreads } from '../db/follows.ts'
import { messagesByIds } from '../db/messages.ts'
import { latestSessions } from '../db/sessions.ts'
import type { Asking, QueryHandler } from './query.ts'

export const searchMessages: QueryHandler<'message.search'> = async (
  asking,
  { text, before, limit, filter, scope },
) => {
  const { db, principal, known, search, note } = asking
  const isOfAll = scope === 'all'
  if (isOfAll && !known.permissions.has('records.search-all')) return refuse('forbidden')
  if (!search) return refuse('unavailable')
  const { organizationId, agentId } = principal
  const followed = new Set(await followedThreads(db, organizationId, agentId))
  const ids = await search.find({
    organizationId,
    text,
    before,
    limit,
    within: isOfAll ? null : followed,
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
  const visible = found.filter(({ conversationId: id }) => followed.has(id) || !chats.has(id))
  // What was recalled since it was written is not shown with its place either.
  const wanted = parseSearch(text)
  const said = visible.filter(({ body }) => isHit(wanted, searchableText(body)))
  const byId = new Map(said.map((message) => [message.id, message]))
  const messages = ids.flatMap((id) => byId.get(id) ?? [])
  if (!isOfAll) return ok({ messages })
  // Nobody sees what was found before it is written down that they looked (R-07-062).
  await note('message.search', { text, filter: filter ?? null, hits: messages.length })
  return ok({ messages, places: await placesOf(asking, [...new Set(said.map((one) => one.conversationId))]) })
}

/** With whom these conversations are, and who received them last. */
const placesOf = async (
  { db, principal: { organizationId } }: Pick<Asking, 'db' | 'principal'>,
  ids: readonly ConversationId[],
): Promise<RecordPlace[]> => {
  const conversations = await conversationsByIds(db, organizationId, ids)
  const customerIds = [...new Set(conversations.map(({ customerId }) => customerId))]
  const customers = new Map(
    (await customersByIds(db, organizationId, customerIds)).map((customer) => [customer.id, customer]),
  )
  const sessions = new Map(
    (await latestSessions(db, organizationId, ids)).map((session) => [session.conversationId, session]),
  )
  return conversations.flatMap(({ id, customerId }) => {
    const customer = customers.get(customerId)
    if (!customer) return []
    const { name, number } = customer
    const handlerId = sessions.get(id)?.handlerId ?? null
    return [{ conversationId: id, customerName: name, customerNumber: number, handlerId }]
  })
}
