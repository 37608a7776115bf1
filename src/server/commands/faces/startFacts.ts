import type { StartFacts } from '../../../domain/paths/start.ts'
import type { ConversationRow } from '../../db/conversations.ts'
import { followsCustomer } from '../../db/follows.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { KnownAgent } from '../../engine/directory.ts'
import { pathOfRow } from './pathOfRow.ts'
import { quotaOf, type QuotaReads } from './quota.ts'

/** What the rules of beginning ask about one agent and one conversation. */
export const startFactsOf = async (
  reads: QuotaReads,
  { agent: { id: agentId }, permissions }: KnownAgent,
  row: ConversationRow,
): Promise<StartFacts> => {
  const { tx, organizationId } = reads
  const open = await openSessionOf(tx, organizationId, row.id)
  return {
    agentId,
    faceAgentId: row.face_agent_id,
    friend: row.friend_since !== null,
    mayUseMainAccount: permissions.has('main-account.friends'),
    path: await pathOfRow(reads, row),
    handlerId: open?.session.handlerId,
    talkedBefore: await followsCustomer(tx, organizationId, agentId, row.customer_id),
    quota: await quotaOf(reads, agentId, row.customer_id),
  }
}
