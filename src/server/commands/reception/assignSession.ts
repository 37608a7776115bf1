import type { Result } from '../../../base/result.ts'
import type { TransitionCode } from '../../../domain/sessions/transition.ts'
import type { AgentId, Why } from '../../../protocol/model/index.ts'
import { advanceReadPosition, findListEntry, insertListEntry } from '../../db/listEntries.ts'
import { customerWords } from '../../db/messages.ts'
import type { StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { changeSession, type Cause } from './changeSession.ts'
import { greet } from './greet.ts'
import { appendLine, type Thread } from './thread.ts'

/** Gives the session to an agent: the thread enters their list, and the customer learns who serves them. */
export const assignSession = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  { agentId, why }: { readonly agentId: AgentId; readonly why: Why },
  cause: Cause,
  note = '',
): Promise<Result<StoredSession, TransitionCode>> => {
  const changed = await changeSession(work, stored, { kind: 'assign', agentId, why }, cause, note)
  if (!changed.ok) return changed
  const agent = (await work.directory()).agents.get(agentId)?.agent
  // Customers read the first, colleagues the second.
  const names = { name: agent?.outwardName ?? '', agentName: agent?.name ?? '' }
  await appendLine(work, thread, stored.session.id, 'session-assigned', names)
  await greet(work, thread, stored.session, agentId)
  await giveThread(work, thread, agentId, stored.firstSeq)
  return changed
}

/**
 * Puts the conversation into the agent's list and lets them follow it.
 *
 * Unread is a difference of numbers, and the lines that report the beginning count like messages: the read position is
 * set so that the mark shows how many messages of the customer wait.
 */
export const giveThread = async (
  work: Work,
  thread: Thread,
  agentId: AgentId,
  sessionFirstSeq: number,
): Promise<void> => {
  const { tx, organizationId } = work
  const { count } = await customerWords(tx, organizationId, thread.id, sessionFirstSeq)
  const readSeq = thread.lastSeq - count
  const existing = await findListEntry(tx, organizationId, agentId, thread.id)
  if (existing) {
    const entry = await advanceReadPosition(tx, organizationId, agentId, thread.id, readSeq)
    if (entry) work.publish(`agent:${agentId}`, 'list-entry.changed', { entry })
  } else {
    const entry = { conversationId: thread.id, readSeq, pinned: false, addedAt: work.now }
    await insertListEntry(tx, organizationId, agentId, entry)
    work.publish(`agent:${agentId}`, 'list-entry.changed', { entry })
  }
  await work.follow(agentId, `thread:${thread.id}`)
}
