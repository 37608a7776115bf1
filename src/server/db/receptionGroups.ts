import { sql } from '../../base/sql.ts'
import type { AgentId, GroupId, OrganizationId, ReceptionGroup } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface GroupRow {
  readonly id: GroupId
  readonly name: string
  readonly main: number
  readonly policy: ReceptionGroup['policy']
}

/** Inserts the group and its members. */
export const insertGroup = async (
  db: WriteDb,
  organizationId: OrganizationId,
  group: ReceptionGroup,
  position: number,
): Promise<void> => {
  await db.run(sql`
    insert into reception_groups (organization_id, id, name, main, policy, position)
    values (${organizationId}, ${group.id}, ${group.name}, ${group.main ? 1 : 0}, ${group.policy}, ${position})`)
  for (const agentId of group.memberIds) {
    await db.run(sql`
      insert into group_members (organization_id, group_id, agent_id)
      values (${organizationId}, ${group.id}, ${agentId})`)
  }
}

export const groupsOf = async (db: ReadDb, organizationId: OrganizationId): Promise<ReceptionGroup[]> => {
  const groups = await db.all<GroupRow>(sql`
    select id, name, main, policy from reception_groups
    where organization_id = ${organizationId} order by main desc, position, id`)
  const members = await db.all<{ group_id: GroupId; agent_id: AgentId }>(sql`
    select group_id, agent_id from group_members where organization_id = ${organizationId} order by group_id, agent_id`)
  const byGroup = Map.groupBy(members, (member) => member.group_id)
  return groups.map((row) => ({
    id: row.id,
    name: row.name,
    memberIds: (byGroup.get(row.id) ?? []).map((member) => member.agent_id),
    main: row.main === 1,
    policy: row.policy,
  }))
}

export const groupIdsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<GroupId[]> =>
  (
    await db.all<{ group_id: GroupId }>(sql`
      select group_id from group_members
      where organization_id = ${organizationId} and agent_id = ${agentId} order by group_id`)
  ).map((row) => row.group_id)
