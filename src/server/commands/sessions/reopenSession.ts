import { ok, refuse } from '../../../base/result.ts'
import { isCounted, startRefusal } from '../../../domain/paths/start.ts'
import { reopenRefusal } from '../../../domain/sessions/reopen.ts'
import { findConversation } from '../../db/conversations.ts'
import { findCustomer } from '../../db/customers.ts'
import { findSession } from '../../db/sessions.ts'
import { takeFromQuota } from '../faces/quota.ts'
import { startFactsOf } from '../faces/startFacts.ts'
import type { Handler } from '../handler.ts'
import { giveThread } from '../reception/assignSession.ts'
import { changeSession } from '../reception/changeSession.ts'
import { openSession } from '../reception/openSession.ts'
import { appendLine, carryReader, type Thread } from '../reception/thread.ts'
import { nameOfAgent } from './transferTarget.ts'

export const reopenSession: Handler<'session.reopen'> = async (work, { agentId }, { sessionId }) => {
  const { tx, organizationId } = work
  const known = (await work.directory()).agents.get(agentId)
  const former = await findSession(tx, organizationId, sessionId)
  const row = former && (await findConversation(tx, organizationId, former.session.conversationId))
  if (!known || !former || !row) return refuse('not-found')
  const refusal = reopenRefusal(former.session, agentId)
  if (refusal) return refuse(refusal)
  if ((await findCustomer(tx, organizationId, row.customer_id))?.block) return refuse('not-reopenable')
  const facts = await startFactsOf(work, known, row)
  const hindrance = startRefusal(facts)
  if (hindrance === 'has-colleague' || hindrance === 'other-face') {
    return refuse(hindrance, { agentName: await nameOfAgent(work, facts.handlerId ?? row.face_agent_id) })
  }
  if (hindrance && hindrance !== 'quota-used-up') return refuse(hindrance)
  // Another one began since.
  if (row.session_id !== sessionId) return refuse('session-changed')
  const used =
    isCounted(row.channel, row.friend_since !== null) && (await takeFromQuota(work, agentId, row.customer_id))
  if (used) return refuse('quota-used-up', used)

  const thread: Thread = { id: row.id, lastSeq: row.last_seq }
  const hadRead = thread.lastSeq
  const requested = await openSession(work, row, 'agent', thread.lastSeq + 1, { formerId: sessionId })
  const why = { step: 'reopened' } as const
  const reopened = await changeSession(work, requested, { kind: 'reopen', agentId, why }, 'reopened')
  if (!reopened.ok) throw new Error('a requested session could not be opened again')
  const { outwardName: name, name: agentName } = known.agent
  await appendLine(work, thread, requested.session.id, 'session-reopened', { name, agentName })
  await giveThread(work, thread, agentId, requested.firstSeq)
  await carryReader(work, agentId, thread, hadRead)
  return ok({ session: reopened.value.session })
}
