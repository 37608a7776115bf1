import { ok, refuse } from '../../base/result.ts'
import { reachInChat } from '../db/chats.ts'
import { threadPageOf } from '../db/threadPages.ts'
import type { QueryHandler } from './query.ts'
import { seesThread } from './visibility.ts'

/** A page of an export; nobody takes what was said with a customer away before it is written down that they do (R-01-201). */
export const exportPage: QueryHandler<'export.page'> = async (
  { db, principal, known, note },
  { conversationId, from, limit, format },
) => {
  const { organizationId, agentId } = principal
  const reach = await reachInChat(db, organizationId, conversationId, agentId)
  if (reach === undefined) return refuse('not-found')
  if (reach === null) {
    if (!known.permissions.has('records.export')) return refuse('forbidden')
    if (!(await seesThread(db, principal, known, conversationId))) return refuse('not-found')
  }
  const found = await threadPageOf(db, organizationId, conversationId, {
    kinds: 'all',
    before: null,
    from,
    limit: limit + 1,
  })
  // Whoever was removed from a chat takes what was said until then.
  const upTo = reach?.upTo ?? Infinity
  const visible = found.filter(({ seq }) => seq <= upTo)
  const messages = visible.slice(0, limit)
  const next = visible[limit]?.seq ?? null
  if (reach === null) await note('export.page', { conversationId, format, from, messages: messages.length })
  return ok({ messages, next })
}
