import type { AgentId, Session } from '../../../protocol/model/index.ts'
import type { ConversationRow } from '../../db/conversations.ts'
import { openSessionOf, type StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { assignSession } from '../reception/assignSession.ts'
import { endSession } from '../reception/endSession.ts'
import { openSession } from '../reception/openSession.ts'
import { appendLine, carryReader, type Thread } from '../reception/thread.ts'
import { nameOfAgent } from '../sessions/transferTarget.ts'
import { receiveByFace } from './receiveByFace.ts'

export interface Notes {
  readonly customerNote: string
  readonly colleagueNote: string
}

export interface Move {
  readonly notes: Notes
  readonly fromAgentId: AgentId
  readonly cause: 'transferred' | 'forced'
}

/**
 * Ends the session here and begins one in the customer's conversation with the other agent (R-02-155). Where they are
 * talking there already it goes on. Returns the session that ended.
 */
export const moveToFace = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  there: ConversationRow,
  { notes, fromAgentId, cause }: Move,
): Promise<Session> => {
  const { tx, organizationId } = work
  const agentId = there.face_agent_id
  if (agentId === null) throw new Error('the conversation is with an agent')
  const name = await nameOfAgent(work, agentId)
  const line = {
    from: await nameOfAgent(work, fromAgentId),
    to: name,
    ...(notes.customerNote && { customerNote: notes.customerNote }),
    ...(notes.colleagueNote && { colleagueNote: notes.colleagueNote }),
  }
  const hadRead = thread.lastSeq
  await appendLine(work, thread, stored.session.id, 'session-transferred', line)
  await appendLine(work, thread, stored.session.id, 'moved-here', { agentId, name })
  await carryReader(work, fromAgentId, thread, hadRead)
  const ended = await endSession(work, thread, stored, 'transferred')
  if (!ended.ok) throw new Error('a session with a handler could not be given on')

  const next: Thread = { id: there.id, lastSeq: there.last_seq }
  const running = await openSessionOf(tx, organizationId, there.id)
  const begun = running ?? (await openSession(work, there, stored.session.initiator, next.lastSeq + 1))
  if (!running) await appendLine(work, next, begun.session.id, 'session-started')
  await appendLine(work, next, begun.session.id, 'session-transferred', line)
  const why = { step: cause } as const
  if (!running && cause === 'forced')
    await assignSession(work, next, begun, { agentId, why }, cause, notes.colleagueNote)
  else if (!running) await receiveByFace(work, next, begun, cause)
  return ended.value.session
}
