/** Colleagues among agents' favourites. */
import { sql } from '../../base/sql.ts'
import type { AgentId, ContactGroupId, OrganizationId, StarredColleague } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

export const starredColleaguesOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<StarredColleague[]> =>
  (
    await db.all<{ colleague_id: AgentId; group_id: ContactGroupId | null; at: number }>(sql`
      select colleague_id, group_id, at from starred_colleagues
      where organization_id = ${organizationId} and agent_id = ${agentId} order by colleague_id`)
  ).map((row) => ({ agentId: row.colleague_id, groupId: row.group_id, at: row.at }))

export const saveStarredColleague = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  { agentId: colleagueId, groupId, at }: StarredColleague,
): Promise<void> => {
  await db.run(sql`
    insert into starred_colleagues (organization_id, agent_id, colleague_id, group_id, at)
    values (${organizationId}, ${agentId}, ${colleagueId}, ${groupId}, ${at})
    on conflict (organization_id, agent_id, colleague_id) do update set group_id = excluded.group_id`)
}

export const deleteStarredColleague = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  colleagueId: AgentId,
): Promise<boolean> =>
  (await db.run(sql`
    delete from starred_colleagues
    where organization_id = ${organizationId} and agent_id = ${agentId} and colleague_id = ${colleagueId}`)) ===
  1
