import { ok, refuse } from '../../base/result.ts'
import { reachInChat } from '../db/chats.ts'
import { messagesBefore } from '../db/messages.ts'
import type { QueryHandler } from './query.ts'
import { opensThread } from './visibility.ts'

export const historyPage: QueryHandler<'history.page'> = async (asking, args) => {
  const { db, principal } = asking
  const { organizationId, agentId } = principal
  const { conversationId } = args
  const reach = await reachInChat(db, organizationId, conversationId, agentId)
  if (!reach && !(await opensThread(asking, conversationId))) return refuse('not-found')
  // Whoever was removed from a chat reads what was said until then.
  const upTo = reach?.upTo ?? null
  const before = upTo === null ? args.beforeSeq : Math.min(args.beforeSeq, upTo + 1)
  return ok({ messages: await messagesBefore(db, organizationId, conversationId, before, args.limit) })
}
