import { sql, type Sql } from '../../base/sql.ts'
import type {
  AgentDevice,
  AgentId,
  AgentPresence,
  GroupId,
  IdlePresence,
  OrganizationId,
  Presence,
} from '../../protocol/model/index.ts'
import { anyOf } from './lists.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** What an agent chose, whether they are there, and how many sessions they have. */
export interface PresenceRow {
  readonly agent_id: AgentId
  /** Chosen; what counts is `offline` while `online` is 0. */
  readonly presence: Exclude<Presence, 'offline'>
  readonly reception: number
  /** Connected, or lost for less than a minute (R-02-065). */
  readonly online: number
  readonly connected: number
  readonly disconnected_at: number | null
  readonly load: number
  readonly last_assigned_at: number
  /** No computer is connected, or none was when the last connection was lost. */
  readonly mobile_only: number
}

const COLUMNS = sql`agent_id, presence, reception, online, connected, disconnected_at, load, last_assigned_at, mobile_only`

export const insertPresence = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  { reception, load = 0 }: { readonly reception: boolean; readonly load?: number },
): Promise<void> => {
  await db.run(sql`
    insert into agent_presence (organization_id, agent_id, presence, reception, online, connected, disconnected_at, load,
      last_assigned_at)
    values (${organizationId}, ${agentId}, 'online', ${reception ? 1 : 0}, 0, 0, null, ${load}, 0)`)
}

export const presenceOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<PresenceRow | undefined> =>
  db.get<PresenceRow>(sql`
    select ${COLUMNS}
    from agent_presence where organization_id = ${organizationId} and agent_id = ${agentId}`)

export const presencesOf = async (db: ReadDb, organizationId: OrganizationId): Promise<PresenceRow[]> =>
  db.all<PresenceRow>(sql`
    select ${COLUMNS}
    from agent_presence where organization_id = ${organizationId}`)

/**
 * The members of a group who are there, choose to be online and have reception on; load is judged by the caller.
 *
 * `cross join`: SQLite would look at everybody's presence first, of whom a group may be a small part.
 */
export const presentMembers = async (
  db: ReadDb,
  organizationId: OrganizationId,
  groupId: GroupId,
): Promise<PresenceRow[]> =>
  db.all<PresenceRow>(sql`
    select p.agent_id, p.presence, p.reception, p.online, p.connected, p.disconnected_at, p.load, p.last_assigned_at,
      p.mobile_only
    from group_members m
    cross join agent_presence p
    where m.organization_id = ${organizationId} and m.group_id = ${groupId}
      and p.organization_id = m.organization_id and p.agent_id = m.agent_id
      and p.online = 1 and p.presence = 'online' and p.reception = 1`)

/** Those of the agents who are connected, whatever they chose. */
export const presencesOfAgents = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentIds: readonly AgentId[],
): Promise<PresenceRow[]> =>
  agentIds.length === 0
    ? []
    : db.all<PresenceRow>(sql`
        select ${COLUMNS}
        from agent_presence where organization_id = ${organizationId} and agent_id in (${anyOf(agentIds)})`)

export const choosePresence = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  presence: PresenceRow['presence'],
): Promise<void> => {
  await become(db, organizationId, agentId, presence, sql``)
}

/** What an agent is from signing in on; somebody who is there already on another device goes on as they are. */
export const beginPresence = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  presence: PresenceRow['presence'],
): Promise<void> => {
  await become(db, organizationId, agentId, presence, sql`and connected = 0`)
}

const become = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  presence: PresenceRow['presence'],
  only: Sql,
): Promise<void> => {
  await db.run(sql`
    update agent_presence set presence = ${presence}, idle = 0
    where organization_id = ${organizationId} and agent_id = ${agentId} ${only}`)
}

export const switchReception = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  on: boolean,
): Promise<void> => {
  await db.run(sql`
    update agent_presence set reception = ${on ? 1 : 0}
    where organization_id = ${organizationId} and agent_id = ${agentId}`)
}

/**
 * Answers how the agent stands then. Who is away from all devices and is `online` becomes what `idle` says; once they are
 * back at one they are `online` again, if nobody has chosen anything meanwhile (R-02-064).
 */
export const markConnected = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  { device, idle }: { readonly device: AgentDevice; readonly idle: IdlePresence | undefined },
): Promise<PresenceRow | undefined> => {
  const change = idle
    ? sql`idle = case when presence = 'online' then 1 else idle end,
        presence = case when presence = 'online' then ${idle} else presence end`
    : sql`presence = case when idle = 1 then 'online' else presence end, idle = 0`
  return db.get<PresenceRow>(sql`
    update agent_presence set connected = 1, online = 1, disconnected_at = null,
      mobile_only = ${device === 'mobile' ? 1 : 0}, ${change}
    where organization_id = ${organizationId} and agent_id = ${agentId}
    returning ${COLUMNS}`)
}

export const markDisconnected = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  at: number,
): Promise<boolean> =>
  (await db.run(sql`
    update agent_presence set connected = 0, disconnected_at = ${at}
    where organization_id = ${organizationId} and agent_id = ${agentId} and connected = 1`)) === 1

export const markOffline = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<boolean> =>
  (await db.run(sql`
    update agent_presence set online = 0
    where organization_id = ${organizationId} and agent_id = ${agentId} and connected = 0 and online = 1`)) ===
  1

/** Raises the load by one session that was given to the agent now; answers how they stand then. */
export const takeLoad = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  at: number,
): Promise<PresenceRow | undefined> =>
  changeLoad(db, organizationId, agentId, sql`load = load + 1, last_assigned_at = ${at}`)

/** A session they have counts again; it was not given to them now. Answers how they stand then. */
export const resumeLoad = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<PresenceRow | undefined> => changeLoad(db, organizationId, agentId, sql`load = load + 1`)

/** Answers how the agent stands then. */
export const releaseLoad = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<PresenceRow | undefined> => changeLoad(db, organizationId, agentId, sql`load = load - 1`)

const changeLoad = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  set: Sql,
): Promise<PresenceRow | undefined> =>
  db.get<PresenceRow>(sql`
    update agent_presence set ${set}
    where organization_id = ${organizationId} and agent_id = ${agentId}
    returning ${COLUMNS}`)

/** As the owner sees it; `publish` shows `invisible` to others as offline. */
export const rowToAgentPresence = (row: PresenceRow, capacity: number): AgentPresence => ({
  agentId: row.agent_id,
  presence: row.online === 1 ? row.presence : 'offline',
  reception: row.reception === 1,
  load: row.load,
  capacity,
  ...(row.online === 1 && { device: row.mobile_only === 1 ? 'mobile' : 'computer' }),
})
