import { ok, refuse } from '../../base/result.ts'
import { searchableText } from '../../domain/search/searchableText.ts'
import { isHit, parseSearch } from '../../domain/search/terms.ts'
import type { ConversationId } from '../../protocol/model/index.ts'
import { reachInChat } from '../db/chats.ts'
import { conversationsOfCustomer } from '../db/faces.ts'
import { messagesByIds } from '../db/messages.ts'
import { askedCustomer } from './askedCustomer.ts'
import type { Asking, QueryHandler } from './query.ts'
import { opensThread, readableThreads, seesThread } from './visibility.ts'

/** All ways on which a customer has messages (R-06-140), also those whose messages are not for whoever asks (R-03-149). */
export const customerThreads: QueryHandler<'customer.threads'> = async (asking, { conversationId }) => {
  const customerId = await askedCustomer(asking, conversationId)
  if (!customerId) return refuse('not-found')
  const { db, principal } = asking
  const rows = (await conversationsOfCustomer(db, principal.organizationId, customerId))
    .filter((row) => row.last_seq > 0)
    .slice(0, MOST)
  const readable = await readableThreads(asking, rows)
  return ok({
    threads: rows.map((row) => ({
      conversationId: row.id,
      channel: row.channel,
      faceAgentId: row.face_agent_id,
      messages: row.last_seq,
      lastAt: Math.max(row.last_customer_at ?? 0, row.last_agent_at ?? 0) || row.created_at,
      readable: readable.has(row.id),
    })),
  })
}

/** Searches all that a customer and the company have said to each other, as far as whoever asks may read it. */
export const searchThreads: QueryHandler<'customer.search'> = async (
  asking,
  { conversationId, text, limit },
) => {
  const { db, principal, search } = asking
  if (!search) return refuse('unavailable')
  const within = await searchedThreads(asking, conversationId)
  if (!within) return refuse('not-found')
  const { organizationId } = principal
  const ids = await search.find({ organizationId, text, before: null, limit, within })
  const wanted = parseSearch(text)
  const found = (await messagesByIds(db, organizationId, ids)).filter(({ body }) =>
    // What was recalled since it was written is not shown with its place either.
    isHit(wanted, searchableText(body)),
  )
  for (const id of new Set(found.map((message) => message.conversationId))) await opensThread(asking, id)
  return ok({ messages: found.toSorted((a, b) => b.at - a.at || b.seq - a.seq) })
}

/** The chat that is asked about, or what may be read of all that was said with the customer. */
const searchedThreads = async (
  asking: Asking,
  conversationId: ConversationId,
): Promise<ReadonlySet<ConversationId> | null> => {
  const { db, principal, known } = asking
  const { organizationId, agentId } = principal
  if ((await reachInChat(db, organizationId, conversationId, agentId)) !== null)
    return (await seesThread(db, principal, known, conversationId)) ? new Set([conversationId]) : null
  const customerId = await askedCustomer(asking, conversationId)
  return customerId
    ? readableThreads(asking, await conversationsOfCustomer(db, organizationId, customerId))
    : null
}

/** More than anybody chooses from. */
const MOST = 100
