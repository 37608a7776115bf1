import { ok, refuse } from '../../base/result.ts'
import { followedThreads } from '../db/follows.ts'
import { messagesByIds } from '../db/messages.ts'
import type { QueryHandler } from './query.ts'

export const searchMessages: QueryHandler<'message.search'> = async (
  { db, principal, known, search },
  { text, before, limit },
) => {
  if (!search) return refuse('unavailable')
  const { organizationId, agentId } = principal
  const within = known.permissions.has('records.search-all')
    ? null
    : new Set(await followedThreads(db, organizationId, agentId))
  const ids = await search.find({ organizationId, text, before, limit, within })
  const messages = await messagesByIds(db, organizationId, ids)
  // What was recalled since it was found is not shown with its place either.
  const said = messages.filter(({ body }) => body.kind !== 'recalled')
  const byId = new Map(said.map((message) => [message.id, message]))
  return ok({ messages: ids.flatMap((id) => byId.get(id) ?? []) })
}
