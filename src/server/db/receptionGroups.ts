import { sql } from '../../base/sql.ts'
import type { AgentId, BotId, GroupId, OrganizationId, ReceptionGroup } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface GroupRow {
  readonly id: GroupId
  readonly name: string
  readonly main: number
  readonly policy: ReceptionGroup['policy']
  readonly owner_first: number
  readonly timeout_minutes: number | null
  readonly timeout_note: string
  /** `BusinessHours`, `OffHoursPlan`; null: as the organisation. */
  readonly hours: string | null
  readonly off_hours: string | null
  readonly bot_id: BotId | null
  readonly version: number
}

/** Inserts the group, last of all, and its members. */
export const insertGroup = async (
  db: WriteDb,
  organizationId: OrganizationId,
  group: ReceptionGroup,
): Promise<void> => {
  const last = await db.get<{ position: number | null }>(
    sql`select max(position) as position from reception_groups where organization_id = ${organizationId}`,
  )
  await db.run(sql`
    insert into reception_groups (organization_id, id, name, main, policy, position, owner_first, timeout_minutes,
      timeout_note, hours, off_hours, bot_id, version)
    values (${organizationId}, ${group.id}, ${group.name}, ${group.main ? 1 : 0}, ${group.policy},
      ${(last?.position ?? -1) + 1}, ${group.ownerFirst ? 1 : 0}, ${group.timeoutTransfer?.minutes ?? null},
      ${group.timeoutTransfer?.customerNote ?? ''}, ${textOf(group.hours)}, ${textOf(group.offHours)},
      ${group.botId}, ${group.version})`)
  await insertMembers(db, organizationId, group)
}

/** Which receives everything addressed to the main account (R-02-050). */
export const findMainGroup = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<GroupId | undefined> =>
  (
    await db.get<{ id: GroupId }>(
      sql`select id from reception_groups where organization_id = ${organizationId} and main = 1`,
    )
  )?.id

/** Saves all of the group but its place and whether it is the main one. */
export const saveGroup = async (
  db: WriteDb,
  organizationId: OrganizationId,
  group: ReceptionGroup,
): Promise<void> => {
  await db.run(sql`
    update reception_groups set name = ${group.name}, policy = ${group.policy},
      owner_first = ${group.ownerFirst ? 1 : 0}, timeout_minutes = ${group.timeoutTransfer?.minutes ?? null},
      timeout_note = ${group.timeoutTransfer?.customerNote ?? ''}, hours = ${textOf(group.hours)},
      off_hours = ${textOf(group.offHours)}, bot_id = ${group.botId}, version = ${group.version}
    where organization_id = ${organizationId} and id = ${group.id}`)
  await deleteMembers(db, organizationId, group.id)
  await insertMembers(db, organizationId, group)
}

export const deleteGroup = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: GroupId,
): Promise<void> => {
  await deleteMembers(db, organizationId, id)
  await db.run(sql`delete from reception_groups where organization_id = ${organizationId} and id = ${id}`)
}

export const groupsOf = async (db: ReadDb, organizationId: OrganizationId): Promise<ReceptionGroup[]> => {
  const groups = await db.all<GroupRow>(sql`
    select id, name, main, policy, owner_first, timeout_minutes, timeout_note, hours, off_hours, bot_id, version
    from reception_groups
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
    ownerFirst: row.owner_first === 1,
    timeoutTransfer:
      row.timeout_minutes === null ? null : { minutes: row.timeout_minutes, customerNote: row.timeout_note },
    hours: row.hours === null ? null : (JSON.parse(row.hours) as ReceptionGroup['hours']),
    offHours: row.off_hours === null ? null : (JSON.parse(row.off_hours) as ReceptionGroup['offHours']),
    botId: row.bot_id,
    version: row.version,
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

const insertMembers = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { id, memberIds }: ReceptionGroup,
): Promise<void> => {
  for (const agentId of memberIds) {
    await db.run(sql`
      insert into group_members (organization_id, group_id, agent_id) values (${organizationId}, ${id}, ${agentId})`)
  }
}

const deleteMembers = async (db: WriteDb, organizationId: OrganizationId, id: GroupId): Promise<void> => {
  await db.run(sql`delete from group_members where organization_id = ${organizationId} and group_id = ${id}`)
}

const textOf = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))
