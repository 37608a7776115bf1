import { ok, refuse } from '../../base/result.ts'
import { messagesAfter } from '../db/messages.ts'
import { findSession } from '../db/sessions.ts'
import type { QueryHandler } from './query.ts'
import { seesPool } from './visibility.ts'

/** As much as a hover shows. */
const MOST = 50

export const poolMessages: QueryHandler<'pool.messages'> = async ({ db, principal, known }, args) => {
  const stored = await findSession(db, principal.organizationId, args.sessionId)
  if (stored?.session.state !== 'pending' || !seesPool(known, stored.session.target))
    return refuse('not-found')
  const { session, firstSeq } = stored
  const all = await messagesAfter(db, principal.organizationId, session.conversationId, firstSeq - 1, 500)
  const words = all.filter((message) => message.sender.kind === 'customer')
  return ok({ messages: words.slice(-MOST) })
}
