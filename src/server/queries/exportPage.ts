import { ok, refuse } from '../../base/result.ts'
import type { ServerQueryArgs } from '../../protocol/queries/index.ts'
import { reachInChat } from '../db/chats.ts'
import { countMessagesFrom, threadPageOf } from '../db/threadPages.ts'
import type { Asking, QueryHandler } from './query.ts'
import { seesThread } from './visibility.ts'

/** Longer no export takes; pages that come later are of another one. */
const ONE_EXPORT_MS = 60 * 60_000

/**
 * A page of an export. Nobody takes what was said with a customer away before it is written down that they do (R-01-201),
 * and with the last page it is written down how much that was.
 */
export const exportPage: QueryHandler<'export.page'> = async (asking, args) => {
  const { db, principal, known } = asking
  const { conversationId, from, limit } = args
  const { organizationId, agentId } = principal
  const reach = await reachInChat(db, organizationId, conversationId, agentId)
  if (reach === undefined) return refuse('not-found')
  if (reach === null) {
    if (!known.permissions.has('records.export')) return refuse('forbidden')
    if (!(await seesThread(db, principal, known, conversationId))) return refuse('not-found')
    // Nobody takes more under an entry than it says.
    if (from < args.first) return refuse('forbidden')
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
  if (reach === null) await noteExport(asking, args, next === null)
  return ok({ messages, next })
}

const noteExport = async (
  { db, principal: { organizationId }, note }: Asking,
  { exportId, conversationId, format, first }: ServerQueryArgs<'export.page'>,
  isLast: boolean,
): Promise<void> => {
  const about = { exportId, conversationId, format, from: first }
  await note('export.begin', about, ONE_EXPORT_MS)
  if (!isLast) return
  const messages = await countMessagesFrom(db, organizationId, conversationId, first)
  await note('export.end', { ...about, messages }, ONE_EXPORT_MS)
}
