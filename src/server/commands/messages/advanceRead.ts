import { ok, refuse } from '../../../base/result.ts'
import { lastSeqOf } from '../../db/conversations.ts'
import { findListEntry } from '../../db/listEntries.ts'
import type { Handler } from '../handler.ts'
import { advanceReader } from '../reception/thread.ts'

export const advanceRead: Handler<'read.advance'> = async (work, { agentId }, { conversationId, seq }) => {
  const entry = await findListEntry(work.tx, work.organizationId, agentId, conversationId)
  const lastSeq = await lastSeqOf(work.tx, work.organizationId, conversationId)
  if (!entry || lastSeq === undefined) return refuse('not-found')
  const reached = Math.max(entry.readSeq, Math.min(seq, lastSeq))
  if (reached > entry.readSeq) await advanceReader(work, agentId, { id: conversationId }, reached)
  return ok({ seq: reached })
}
