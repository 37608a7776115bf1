import { ok, refuse } from '../../base/result.ts'
import { firstSeqFrom, threadPageOf, timesBetween } from '../db/threadPages.ts'
import type { QueryHandler } from './query.ts'
import { opensThread, seesThread } from './visibility.ts'

/** Messages of one kind, page by page (R-03-146). */
export const threadPage: QueryHandler<'thread.page'> = async (asking, args) => {
  const { db, principal } = asking
  const { conversationId, kinds, before, from, limit } = args
  if (!(await opensThread(asking, conversationId))) return refuse('not-found')
  const found = await threadPageOf(db, principal.organizationId, conversationId, {
    kinds,
    before,
    from,
    limit: limit + 1,
  })
  const messages = from === null ? found.slice(-limit) : found.slice(0, limit)
  return ok({ messages, more: found.length > limit })
}

/** Which days have messages, for a calendar (R-03-147). */
export const threadDays: QueryHandler<'thread.days'> = async (
  { db, principal, known },
  { conversationId, starts },
) => {
  if (!(await seesThread(db, principal, known, conversationId))) return refuse('not-found')
  const { organizationId } = principal
  const [first] = starts
  const end = starts.at(-1)
  if (first === undefined || end === undefined) return ok({ days: [], later: null })
  const from = await firstSeqFrom(db, organizationId, conversationId, first)
  const later = await firstSeqFrom(db, organizationId, conversationId, end)
  const times = from === null ? [] : await timesBetween(db, organizationId, conversationId, from, later)
  const days = starts.slice(0, -1).map((start, index) => {
    const next = starts[index + 1] ?? end
    return times.find(({ at }) => at >= start && at < next)?.seq ?? null
  })
  return ok({ days, later })
}
