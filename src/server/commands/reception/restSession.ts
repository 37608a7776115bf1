import { restAtOf } from '../../../domain/sessions/rest.ts'
import type { ReceptionSettings, SessionId } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { findSession, handledSessions } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { changeSession } from './changeSession.ts'
import { givePlace } from './takeWaiting.ts'

/**
 * Lets a session in which nobody writes any more count for its handler's load no longer. As with the end of quiet
 * sessions, when the timer fires the time is worked out anew from the last words, so that no delivery moves a timer.
 */
export const restIfQuiet = async (work: Work, sessionId: SessionId): Promise<void> => {
  const { tx, organizationId, now } = work
  const { restMinutes } = (await work.directory()).organization.reception
  const stored = await findSession(tx, organizationId, sessionId)
  if (restMinutes === 0 || !stored || stored.session.state === 'ended' || stored.session.resting) return
  const conversation = await findConversation(tx, organizationId, stored.session.conversationId)
  if (!conversation) return
  const restMs = restMinutes * 60_000
  const words = { agentAt: conversation.last_agent_at, customerAt: conversation.last_customer_at }
  const at = restAtOf(stored.session, words, restMs)
  if (at === null || at > now) {
    // An answer may come at once, and the rest after it is not nearer than this.
    await work.timer('session-rest', sessionId, Math.min(at ?? now + restMs, now + restMs))
    return
  }
  const rested = await changeSession(work, stored, { kind: 'rest' }, 'rested')
  if (rested.ok && stored.session.handlerId) await givePlace(work, stored.session.handlerId)
}

/** Somebody writes in a session that was resting. */
export const wakeSession = async (work: Work, sessionId: SessionId): Promise<void> => {
  const stored = await findSession(work.tx, work.organizationId, sessionId)
  if (stored?.session.resting) await changeSession(work, stored, { kind: 'wake' }, 'woken')
}

/** The company wants quiet sessions to rest after another time, or not at all. */
export const applyRest = async (work: Work, { restMinutes }: ReceptionSettings): Promise<void> => {
  for (const stored of await handledSessions(work.tx, work.organizationId)) {
    if (restMinutes > 0) await work.timer('session-rest', stored.session.id, work.now + restMinutes * 60_000)
    else if (stored.session.resting) await changeSession(work, stored, { kind: 'wake' }, 'woken')
  }
}
