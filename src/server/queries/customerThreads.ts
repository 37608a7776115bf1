import { ok, refuse } from '../../base/result.ts'
import { searchableText } from '../../domain/search/searchableText.ts'
import { isHit, parseSearch } from '../../domain/search/terms.ts'
import { conversationsOfCustomer } from '../db/faces.ts'
import { messagesByIds } from '../db/messages.ts'
import { askedCustomer } from './askedCustomer.ts'
import type { QueryHandler } from './query.ts'
import { readableThreads } from './visibility.ts'

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
  const customerId = await askedCustomer(asking, conversationId)
  if (!customerId) return refuse('not-found')
  const rows = await conversationsOfCustomer(db, principal.organizationId, customerId)
  const within = await readableThreads(asking, rows)
  const { organizationId } = principal
  const ids = await search.find({ organizationId, text, before: null, limit, within })
  const wanted = parseSearch(text)
  const found = (await messagesByIds(db, organizationId, ids)).filter(({ body }) =>
    // What was recalled since it was written is not shown with its place either.
    isHit(wanted, searchableText(body)),
  )
  return ok({ messages: found.toSorted((a, b) => b.at - a.at || b.seq - a.seq) })
}

/** More than anybody chooses from. */
const MOST = 100
