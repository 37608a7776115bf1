import { ok, refuse } from '../../../base/result.ts'
import type { AgentId } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { journalOf } from '../../db/sessionJournal.ts'
import { findSession, type StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { handOver } from '../reception/handOver.ts'
import type { Thread } from '../reception/thread.ts'
import { nameOfAgent, nameOfTarget } from './transferTarget.ts'

/** So long a transfer can be taken back: a little more than the interface offers it. */
const TAKE_BACK_MS = 30_000

/**
 * The session comes back to whoever gave it on; thread and journal show both steps.
 *
 * Capacity does not hinder it: they had it a moment ago. Nobody loses anything by it, because nobody has gone on with it:
 * it waits, or its new agent has not answered and nothing else has happened to it since.
 */
export const takeBackSession: Handler<'session.take-back'> = async (work, { agentId }, args) => {
  const { tx, organizationId } = work
  const stored = await findSession(tx, organizationId, args.sessionId)
  const conversation = stored && (await findConversation(tx, organizationId, stored.session.conversationId))
  if (!stored || !conversation) return refuse('not-found')
  const { session } = stored
  const untouched = session.version === args.version && UNTOUCHED.has(session.state)
  if (!untouched || !(await wasJustGiven(work, agentId, stored))) return refuse('transfer-stands')
  const thread: Thread = { id: conversation.id, lastSeq: conversation.last_seq }
  const now =
    session.handlerId === null
      ? await nameOfTarget(work, session.target)
      : await nameOfAgent(work, session.handlerId)
  const changed = await handOver(work, thread, stored, {
    choice: { agentId, why: { step: 'transferred' } },
    target: { kind: 'agent', agentId },
    line: { from: now, to: await nameOfAgent(work, agentId) },
    cause: 'transferred',
  })
  return changed.ok ? ok({ session: changed.value.session }) : refuse('transfer-stands')
}

const UNTOUCHED: ReadonlySet<StoredSession['session']['state']> = new Set(['pending', 'assigned'])

/** The last that happened to it is that this agent gave it on. */
const wasJustGiven = async (
  { tx, organizationId, now }: Work,
  agentId: AgentId,
  { session }: StoredSession,
): Promise<boolean> => {
  const last = (await journalOf(tx, organizationId, session.id)).at(-1)
  return (
    last?.cause === 'transferred' &&
    last.version === session.version &&
    last.fromHandlerId === agentId &&
    last.actor.id === agentId &&
    now - last.at <= TAKE_BACK_MS
  )
}
