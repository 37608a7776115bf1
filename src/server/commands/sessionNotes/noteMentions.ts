import { ok } from '../../../base/result.ts'
import { mentionedIn } from '../../../domain/chats/mentions.ts'
import type { AgentId, NoteMention, SessionNote, SessionNoteId } from '../../../protocol/model/index.ts'
import { lastSeqOf } from '../../db/conversations.ts'
import { findListEntry, insertListEntry } from '../../db/listEntries.ts'
import { agentsNamedIn, deleteNoteMention, saveNoteMention } from '../../db/noteMentions.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'

/** As much of a note as a line has room for. */
const SHOWN = 120

/**
 * Tells the colleagues who are named in a note, each until they have read it.
 *
 * Who is asked for help must be able to look: they follow the conversation from then on and have it in their list, as if
 * they had served the customer. Its author could have given them the whole session.
 */
export const tellNamed = async (work: Work, note: SessionNote, before: string | null): Promise<void> => {
  const { id: noteId, conversationId, agentId: byAgentId, at } = note
  const named = await namedIn(work, note.text, byAgentId)
  for (const agentId of await agentsNamedIn(work.tx, work.organizationId, noteId))
    if (!named.includes(agentId)) await forget(work, agentId, noteId)
  const known = before === null ? [] : await namedIn(work, before, byAgentId)
  const fresh = named.filter((agentId) => !known.includes(agentId))
  if (fresh.length === 0) return
  const seq = (await lastSeqOf(work.tx, work.organizationId, conversationId)) ?? 0
  const text = Array.from(note.text.replace(/\s+/gu, ' ')).slice(0, SHOWN).join('')
  const mention: NoteMention = { noteId, conversationId, byAgentId, text, seq, at }
  for (const agentId of fresh) {
    await letSee(work, agentId, mention)
    await saveNoteMention(work.tx, work.organizationId, agentId, mention)
    work.publish(`agent:${agentId}`, 'note-mention.added', { mention })
  }
}

/** The note is gone: nobody is told of it any more. */
export const forgetNamed = async (work: Work, noteId: SessionNoteId): Promise<void> => {
  for (const agentId of await agentsNamedIn(work.tx, work.organizationId, noteId))
    await forget(work, agentId, noteId)
}

export const readNoteMention: Handler<'note-mention.read'> = async (work, { agentId }, { noteId }) => {
  await forget(work, agentId, noteId)
  return ok({})
}

const forget = async (work: Work, agentId: AgentId, noteId: SessionNoteId): Promise<void> => {
  if (await deleteNoteMention(work.tx, work.organizationId, agentId, noteId))
    work.publish(`agent:${agentId}`, 'note-mention.removed', { noteId })
}

/** Those of the colleagues who may talk to customers, and are not the author. */
const namedIn = async (work: Work, text: string, author: AgentId): Promise<AgentId[]> => {
  if (!text.includes('@')) return []
  const { agents } = await work.directory()
  const colleagues = [...agents.values()]
    .filter(({ agent, permissions }) => !agent.disabled && permissions.has('chat.external'))
    .map(({ agent }) => agent)
    .filter(({ id }) => id !== author)
  return mentionedIn(text, colleagues, false)
}

const letSee = async (work: Work, agentId: AgentId, { conversationId, seq }: NoteMention): Promise<void> => {
  const { tx, organizationId } = work
  if (!(await findListEntry(tx, organizationId, agentId, conversationId))) {
    const entry = { conversationId, readSeq: seq, pinned: false, addedAt: work.now }
    await insertListEntry(tx, organizationId, agentId, entry)
    work.publish(`agent:${agentId}`, 'list-entry.changed', { entry })
  }
  await work.follow(agentId, `thread:${conversationId}`)
}
