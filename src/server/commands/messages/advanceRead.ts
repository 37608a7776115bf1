import { ok, refuse } from '../../../base/result.ts'
import { findConversation } from '../../db/conversations.ts'
import { findListEntry } from '../../db/listEntries.ts'
import type { Handler } from '../handler.ts'
import { advanceReader } from '../reception/thread.ts'

export const advanceRead: Handler<'read.advance'> = async (work, { agentId }, { conversationId, seq }) => {
  const entry = await findListEntry(work.tx, work.organizationId, agentId, conversationId)
  const conversation = await findConversation(work.tx, work.organizationId, conversationId)
  if (!entry || !conversation) return refuse('not-found')
  const reached = Math.max(entry.readSeq, Math.min(seq, conversation.last_seq))
  if (reached > entry.readSeq) await advanceReader(work, agentId, { id: conversationId }, reached)
  return ok({ seq: reached })
}
