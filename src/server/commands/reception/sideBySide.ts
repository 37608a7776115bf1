import type { AgentId, SessionId } from '../../../protocol/model/index.ts'
import { conversationRows, type ConversationRow } from '../../db/conversations.ts'
import { listEntriesIn } from '../../db/listEntries.ts'
import { sessionsByIds, type StoredSession } from '../../db/sessions.ts'
import type { Later, Reader, Work } from '../../engine/work.ts'
import { dropRequestsOf } from '../transferRequests/dropRequests.ts'
import { dropTimersOf } from './changeSession.ts'
import { mayTakeWaiting, takeWaiting } from './takeWaiting.ts'
import { advanceReader } from './thread.ts'

/**
 * Does the same for each of many that have nothing to do with each other, without one waiting for the rows of another:
 * PostgreSQL then answers them all in a few round trips.
 *
 * It ends when all have ended, also if one of them fails: nothing may still write when its transaction is undone.
 */
export const sideBySide = async <T, R>(items: readonly T[], one: (item: T) => Promise<R>): Promise<R[]> => {
  const results = await Promise.allSettled(items.map(one))
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}

/** Lets everything be decided before what it leaves behind is cleared, and the places that became free are given out. */
export const decideTogether = async (work: Work, decide: (work: Work) => Promise<void>): Promise<void> => {
  const later: Later = { freed: new Set(), unhandled: new Set(), left: new Set(), readers: [] }
  await decide({ ...work, later })
  if (later.unhandled.size > 0) await dropTimersOf(work, [...later.unhandled])
  if (later.left.size > 0) await dropRequestsOf(work, [...later.left])
  for (const [agentId, readers] of Map.groupBy(later.readers, (reader) => reader.agentId))
    await carryReaders(work, agentId, readers)
  const agentIds = [...later.freed]
  const may = await sideBySide(agentIds, async (agentId) => mayTakeWaiting(work, agentId))
  for (const [index, agentId] of agentIds.entries()) if (may[index]) await takeWaiting(work, agentId)
}

/** As `carryReader`, for all threads of one agent. */
const carryReaders = async (work: Work, agentId: AgentId, readers: readonly Reader[]): Promise<void> => {
  const ids = readers.map(({ thread }) => thread.id)
  const entries = await listEntriesIn(work.tx, work.organizationId, agentId, ids)
  const readSeqs = new Map(entries.map(({ conversationId, readSeq }) => [conversationId, readSeq]))
  const haveRead = readers.filter(({ thread, hadReadUpTo }) => (readSeqs.get(thread.id) ?? -1) >= hadReadUpTo)
  await sideBySide(haveRead, async ({ thread }) => advanceReader(work, agentId, thread, thread.lastSeq))
}

/** A session that goes on, and its conversation. */
export interface OpenTalk {
  readonly stored: StoredSession
  readonly conversation: ConversationRow
}

/** Those of the sessions that are not ended. */
export const openTalks = async (
  { tx, organizationId }: Pick<Work, 'tx' | 'organizationId'>,
  sessionIds: readonly SessionId[],
): Promise<OpenTalk[]> => {
  if (sessionIds.length === 0) return []
  const sessions = await sessionsByIds(tx, organizationId, sessionIds)
  const open = new Map(
    sessions.filter(({ session }) => session.state !== 'ended').map((stored) => [stored.session.id, stored]),
  )
  const ids = [...open.values()].map(({ session }) => session.conversationId)
  const rows = ids.length > 0 ? await conversationRows(tx, organizationId, ids) : []
  const conversations = new Map(rows.map((row) => [row.id, row]))
  // In the order in which they fell due.
  return sessionIds.flatMap((id): OpenTalk[] => {
    const stored = open.get(id)
    const conversation = stored && conversations.get(stored.session.conversationId)
    return conversation ? [{ stored, conversation }] : []
  })
}
