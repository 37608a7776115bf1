import { isCounted, type StartFacts } from '../../../domain/paths/start.ts'
import type { ConversationRow } from '../../db/conversations.ts'
import { followsCustomer } from '../../db/follows.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { KnownAgent } from '../../engine/directory.ts'
import type { Work } from '../../engine/work.ts'
import { visibleCustomer } from '../customers/visibleCustomer.ts'
import { pathOfRow } from './pathOfRow.ts'
import { quotaOf, type QuotaReads } from './quota.ts'

/** What the rules of beginning ask about one agent and one conversation. */
export const startFactsOf = async (
  reads: QuotaReads,
  { agent: { id: agentId }, permissions }: KnownAgent,
  row: ConversationRow,
): Promise<StartFacts> => {
  const { tx, organizationId } = reads
  const friend = row.friend_since !== null
  const open = await openSessionOf(tx, organizationId, row.id)
  return {
    agentId,
    faceAgentId: row.face_agent_id,
    friend,
    mayUseMainAccount: permissions.has('main-account.friends'),
    path: await pathOfRow(reads, row),
    handlerId: open?.session.handlerId,
    talkedBefore: await followsCustomer(tx, organizationId, agentId, row.customer_id),
    quota: isCounted(row.channel, friend) ? await quotaOf(reads, agentId, row.customer_id) : null,
  }
}

/** Whether the agent may know of the conversation: their friend's, the main account's friend's, or a customer they see. */
export const isReachedBy = async (
  work: Work,
  { agent: { id: agentId }, permissions }: KnownAgent,
  row: ConversationRow,
): Promise<boolean> => {
  const isFriend =
    row.friend_since !== null &&
    (row.face_agent_id === null ? permissions.has('main-account.friends') : row.face_agent_id === agentId)
  return isFriend || (await visibleCustomer(work, agentId, row.customer_id)) !== undefined
}
