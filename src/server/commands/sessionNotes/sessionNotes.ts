import { ok, refuse } from '../../../base/result.ts'
import type { AgentId, ConversationId, SessionNote } from '../../../protocol/model/index.ts'
import { SESSION_NOTE_LIMITS } from '../../../protocol/model/limits.ts'
import { isFollowing } from '../../db/follows.ts'
import * as rows from '../../db/sessionNotes.ts'
import { findSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { forgetNamed, tellNamed } from './noteMentions.ts'

export const saveSessionNote: Handler<'session-note.save'> = async (work, { agentId }, args) => {
  const { tx, organizationId, now } = work
  const stored = await findSession(tx, organizationId, args.sessionId)
  if (!stored || !(await sees(work, agentId, stored.session.conversationId))) return refuse('not-found')
  const before = await rows.findSessionNote(tx, organizationId, args.id)
  if (before) {
    if (before.note.agentId !== agentId) return refuse('not-your-note')
    if (before.removed || before.note.sessionId !== args.sessionId) return refuse('not-found')
    if (before.note.text === args.text) return ok({ note: before.note })
    const note = { ...before.note, text: args.text, editedAt: now }
    await rows.rewriteSessionNote(tx, organizationId, note)
    await tellNamed(work, note, before.note.text)
    return tell(work, note)
  }
  const { conversationId } = stored.session
  if (await isFull(work, conversationId)) return refuse('too-many-notes', LIMIT)
  const { id, sessionId, text } = args
  const note: SessionNote = { id, sessionId, conversationId, agentId, text, at: now, editedAt: null }
  await rows.insertSessionNote(tx, organizationId, note)
  await tellNamed(work, note, null)
  return tell(work, note)
}

export const removeSessionNote: Handler<'session-note.remove'> = async (work, { agentId }, { id }) => {
  const before = await rows.findSessionNote(work.tx, work.organizationId, id)
  if (!before || before.removed) return refuse('not-found')
  if (before.note.agentId !== agentId) return refuse('not-your-note')
  await rows.markNoteRemoved(work.tx, work.organizationId, id, work.now)
  await forgetNamed(work, id)
  const { conversationId } = before.note
  work.publish(`thread:${conversationId}`, 'session-note.removed', { id, conversationId })
  return ok({})
}

export const restoreSessionNote: Handler<'session-note.restore'> = async (work, { agentId }, { id }) => {
  const before = await rows.findSessionNote(work.tx, work.organizationId, id)
  if (!before || !(await sees(work, agentId, before.note.conversationId))) return refuse('not-found')
  if (before.note.agentId !== agentId) return refuse('not-your-note')
  if (!before.removed) return ok({ note: before.note })
  if (await isFull(work, before.note.conversationId)) return refuse('too-many-notes', LIMIT)
  await rows.markNoteRemoved(work.tx, work.organizationId, id, null)
  return tell(work, before.note)
}

const LIMIT = { limit: SESSION_NOTE_LIMITS.ofConversation }

const isFull = async ({ tx, organizationId }: Work, conversationId: ConversationId): Promise<boolean> =>
  (await rows.countSessionNotes(tx, organizationId, conversationId)) >= SESSION_NOTE_LIMITS.ofConversation

const sees = async (
  { tx, organizationId }: Work,
  agentId: AgentId,
  conversationId: ConversationId,
): Promise<boolean> => isFollowing(tx, organizationId, agentId, `thread:${conversationId}`)

const tell = (work: Work, note: SessionNote) => {
  work.publish(`thread:${note.conversationId}`, 'session-note.changed', { note })
  return ok({ note })
}
