import { sql } from '../../base/sql.ts'
import type { AgentId, OrganizationId, QuickReplyId, QuickReplyUse } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface UseRow {
  readonly id: QuickReplyId
  readonly uses: number
  readonly last_used_at: number
}

/** Counts one more; answers with how often it is now. */
export const countUse = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  id: QuickReplyId,
  at: number,
): Promise<QuickReplyUse> => {
  const row = await db.get<UseRow>(sql`
    insert into quick_reply_uses (organization_id, agent_id, id, uses, last_used_at)
    values (${organizationId}, ${agentId}, ${id}, 1, ${at})
    on conflict (organization_id, agent_id, id)
      do update set uses = quick_reply_uses.uses + 1, last_used_at = excluded.last_used_at
    returning id, uses, last_used_at`)
  if (!row) throw new Error('an inserted row is returned')
  return rowToUse(row)
}

export const usesOfAgent = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<QuickReplyUse[]> =>
  (
    await db.all<UseRow>(sql`
      select id, uses, last_used_at from quick_reply_uses
      where organization_id = ${organizationId} and agent_id = ${agentId} order by id`)
  ).map(rowToUse)

/** Of the company's replies, all agents together. */
export const companyUses = async (db: ReadDb, organizationId: OrganizationId): Promise<QuickReplyUse[]> =>
  (
    await db.all<UseRow>(sql`
      select used.id, sum(used.uses) as uses, max(used.last_used_at) as last_used_at
      from quick_reply_uses used
      join quick_replies reply on reply.organization_id = used.organization_id and reply.id = used.id
      where used.organization_id = ${organizationId} and reply.owner_id is null group by used.id order by used.id`)
  ).map(rowToUse)

// PostgreSQL gives sums as text.
const rowToUse = (row: UseRow): QuickReplyUse => ({
  id: row.id,
  uses: Number(row.uses),
  lastUsedAt: Number(row.last_used_at),
})
