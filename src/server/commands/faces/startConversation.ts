import { ok, refuse } from '../../../base/result.ts'
import { startRefusal } from '../../../domain/paths/start.ts'
import { findConversation } from '../../db/conversations.ts'
import type { Handler } from '../handler.ts'
import { giveThread } from '../reception/assignSession.ts'
import { nameOfAgent } from '../sessions/transferTarget.ts'
import { isReachedBy, startFactsOf } from './startFacts.ts'

/** Puts the conversation into the agent's list; the session begins with their first word (R-02-145). */
export const startConversation: Handler<'conversation.start'> = async (
  work,
  { agentId },
  { conversationId },
) => {
  const { tx, organizationId } = work
  const known = (await work.directory()).agents.get(agentId)
  const row = await findConversation(tx, organizationId, conversationId)
  if (!row || !known || !(await isReachedBy(work, known, row))) return refuse('not-found')
  const facts = await startFactsOf(work, known, row)
  const refusal = startRefusal(facts)
  if (refusal === 'has-colleague' || refusal === 'other-face') {
    return refuse(refusal, { agentName: await nameOfAgent(work, facts.handlerId ?? row.face_agent_id) })
  }
  if (refusal === 'quota-used-up') return refuse(refusal, { limit: facts.quota?.limit ?? 0 })
  if (refusal) return refuse(refusal)
  await giveThread(work, { id: row.id, lastSeq: row.last_seq }, agentId, row.last_seq + 1)
  return ok({})
}
