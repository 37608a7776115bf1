import { ok, refuse } from '../../../base/result.ts'
import { choosableTopics, topicLock } from '../../../domain/topics/topics.ts'
import { insertJournalEntry } from '../../db/sessionJournal.ts'
import { findSession, saveSession } from '../../db/sessions.ts'
import { topicListOf } from '../../db/topics.ts'
import type { Handler } from '../handler.ts'

export const setTopic: Handler<'session.set-topic'> = async (work, { agentId }, { sessionId, topicId }) => {
  const { tx, organizationId } = work
  const stored = await findSession(tx, organizationId, sessionId)
  if (!stored) return refuse('not-found')
  const before = stored.session
  const locked = topicLock(before, agentId, work.now)
  if (locked) return refuse(locked)
  if (before.topicId === topicId) return ok({ session: before })
  if (topicId !== null) {
    const list = await topicListOf(tx, organizationId)
    const offered = choosableTopics(list).some(({ topic }) => topic.id === topicId)
    if (!offered) return refuse('topic-unavailable')
  }
  const session = { ...before, topicId, version: before.version + 1 }
  await saveSession(tx, organizationId, session)
  await insertJournalEntry(tx, organizationId, {
    sessionId,
    version: session.version,
    at: work.now,
    actor: work.actor,
    cause: 'topic',
    from: before.state,
    to: session.state,
    fromHandlerId: before.handlerId,
    toHandlerId: session.handlerId,
    topicId,
    why: session.why,
  })
  work.publish(`thread:${session.conversationId}`, 'session.topic-changed', { session })
  return ok({ session })
}
