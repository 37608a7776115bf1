import type { ConversationId, SessionTarget } from '../../protocol/model/index.ts'
import { isFollowing } from '../db/follows.ts'
import type { ReadDb } from '../db/port.ts'
import { openSessionOf } from '../db/sessions.ts'
import type { KnownAgent } from '../engine/directory.ts'
import type { AgentPrincipal } from '../engine/types.ts'

/** Whether the agent sees what waits for this target (R-02-112). */
export const seesPool = (known: KnownAgent, target: SessionTarget): boolean =>
  known.permissions.has('customer.config') ||
  (target.kind === 'group' ? known.groupIds.has(target.groupId) : target.agentId === known.agent.id)

/** Whether the agent may read the thread: they follow it, it waits in their pool, or all records are open to them. */
export const seesThread = async (
  db: ReadDb,
  { organizationId, agentId }: AgentPrincipal,
  known: KnownAgent,
  conversationId: ConversationId,
): Promise<boolean> => {
  if (known.permissions.has('records.search-all')) return true
  if (await isFollowing(db, organizationId, agentId, `thread:${conversationId}`)) return true
  const open = await openSessionOf(db, organizationId, conversationId)
  return open?.session.state === 'pending' && seesPool(known, open.session.target)
}
