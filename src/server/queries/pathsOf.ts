import { ok, refuse } from '../../base/result.ts'
import { startRefusal } from '../../domain/paths/start.ts'
import { startFactsOf } from '../commands/faces/startFacts.ts'
import { findConversation } from '../db/conversations.ts'
import { conversationsOfCustomer } from '../db/faces.ts'
import type { QueryHandler } from './query.ts'
import { seesThread } from './visibility.ts'

/** For whoever may read one conversation of the customer: all ways there are to them, with what hinders this agent. */
export const pathsOf: QueryHandler<'paths.of'> = async (
  { db, principal, known, directory, now },
  { conversationId },
) => {
  const { organizationId } = principal
  if (!(await seesThread(db, principal, known, conversationId))) return refuse('not-found')
  const asked = await findConversation(db, organizationId, conversationId)
  if (!asked) return refuse('not-found')
  const reads = { tx: db, organizationId, now, directory: async () => directory }
  const paths = []
  for (const row of (await conversationsOfCustomer(db, organizationId, asked.customer_id)).slice(0, MOST)) {
    const facts = await startFactsOf(reads, known, row)
    const { path } = facts
    paths.push({
      conversationId: row.id,
      channel: row.channel,
      face:
        row.face_agent_id === null
          ? ({ kind: 'organization' } as const)
          : ({ kind: 'agent', agentId: row.face_agent_id } as const),
      friendSince: row.friend_since,
      lastCustomerAt: row.last_customer_at,
      open: path.open,
      closesAt: path.open ? path.until : path.since,
      hindrance: startRefusal(facts),
    })
  }
  return ok({ paths })
}

/** More than anybody chooses from. */
const MOST = 20
