import type { ConversationId, Message, SessionTarget } from '../../protocol/model/index.ts'
import { reachInChat } from '../db/chats.ts'
import type { ConversationRow } from '../db/conversations.ts'
import { followedThreads, isFollowing } from '../db/follows.ts'
import type { ReadDb } from '../db/port.ts'
import { openSessionOf } from '../db/sessions.ts'
import type { KnownAgent } from '../engine/directory.ts'
import type { AgentPrincipal } from '../engine/types.ts'
import type { Asking } from './query.ts'

/** Who comes back to a record within this time goes on reading it. */
const ONE_READING_MS = 30 * 60_000

/** Whether the agent sees what waits for this target (R-02-112). */
export const seesPool = (known: KnownAgent, target: SessionTarget): boolean =>
  known.permissions.has('customer.config') ||
  (target.kind === 'group' ? known.groupIds.has(target.groupId) : target.agentId === known.agent.id)

/**
 * Whether the agent may read the thread: they follow it, it waits in their pool, or all records of customers are open to
 * them. What colleagues say among themselves is for those who are in it alone.
 */
export const seesThread = async (
  db: ReadDb,
  principal: AgentPrincipal,
  known: KnownAgent,
  conversationId: ConversationId,
): Promise<boolean> => {
  const reach = await reachInChat(db, principal.organizationId, conversationId, principal.agentId)
  if (reach !== null) return reach?.upTo === null
  return known.permissions.has('records.search-all') || isOwnThread({ db, principal, known }, conversationId)
}

/**
 * The same for whoever is about to read what is in it. Where it is open to them only because all records are, it is
 * written down before they see any of it: once for each reading, not for each page.
 */
export const opensThread = async (
  asking: Pick<Asking, 'db' | 'principal' | 'known' | 'note'>,
  conversationId: ConversationId,
): Promise<boolean> => {
  const { db, principal, known, note } = asking
  if (!(await seesThread(db, principal, known, conversationId))) return false
  if (!known.permissions.has('records.search-all')) return true
  const { organizationId, agentId } = principal
  const isChat = (await reachInChat(db, organizationId, conversationId, agentId)) !== null
  if (!isChat && !(await isOwnThread(asking, conversationId)))
    await note('record.open', { conversationId }, ONE_READING_MS)
  return true
}

/** A customer's thread that they follow, or that waits in their pool. */
const isOwnThread = async (
  { db, principal: { organizationId, agentId }, known }: Pick<Asking, 'db' | 'principal' | 'known'>,
  conversationId: ConversationId,
): Promise<boolean> => {
  if (await isFollowing(db, organizationId, agentId, `thread:${conversationId}`)) return true
  const open = await openSessionOf(db, organizationId, conversationId)
  return open?.session.state === 'pending' && seesPool(known, open.session.target)
}

/** Whether the agent may read this message: those of a chat they were removed from they may up to then. */
export const seesMessage = async (
  db: ReadDb,
  principal: AgentPrincipal,
  known: KnownAgent,
  { conversationId, seq }: Pick<Message, 'conversationId' | 'seq'>,
): Promise<boolean> => {
  const reach = await reachInChat(db, principal.organizationId, conversationId, principal.agentId)
  if (reach && reach.upTo !== null) return seq <= reach.upTo
  return seesThread(db, principal, known, conversationId)
}

/** Those of a customer's threads that the agent may read; what merely waits in their pool is looked at there. */
export const readableThreads = async (
  { db, principal, known }: Pick<Asking, 'db' | 'principal' | 'known'>,
  rows: readonly Pick<ConversationRow, 'id'>[],
): Promise<ReadonlySet<ConversationId>> => {
  const ids = rows.map(({ id }) => id)
  if (known.permissions.has('records.search-all')) return new Set(ids)
  const followed = new Set(await followedThreads(db, principal.organizationId, principal.agentId))
  return new Set(ids.filter((id) => followed.has(id)))
}
