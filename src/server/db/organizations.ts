import { sql } from '../../base/sql.ts'
import {
  NO_PROFILE,
  RECEPTION_DEFAULTS,
  type CompanyProfile,
  type Organization,
  type OrganizationId,
  type ReceptionSettings,
  type RoutingPolicy,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

export interface OrganizationRow {
  readonly organization_id: OrganizationId
  readonly name: string
  readonly time_zone: string
  readonly language: Organization['language']
  readonly policy: RoutingPolicy
  readonly capacity: number
  readonly waiting_limit_ms: number
  /** `ReceptionSettings`, as far as somebody decided. */
  readonly reception: string
  /** `CompanyProfile`; null while nobody has written any. */
  readonly profile: string | null
  /** 1: the server reads the pages that messages lead to. */
  readonly link_previews: number
  readonly version: number
}

/** How far the organisation's log is, and since which revision its people, roles and groups are as they are. */
export interface Counters {
  readonly revision: number
  readonly config_revision: number
}

export interface LogPosition {
  readonly epoch: string
  readonly revision: number
  /** See `Counters`. */
  readonly configRevision: number
}

export const insertOrganization = async (
  db: WriteDb,
  organization: Organization,
  { epoch, at }: { readonly epoch: string; readonly at: number },
): Promise<void> => {
  await db.run(sql`
    insert into organizations (organization_id, name, time_zone, language, policy, capacity, waiting_limit_ms, reception,
      profile, link_previews, version, revision, config_revision, history_epoch, last_agent_number, last_customer_number, created_at)
    values (${organization.id}, ${organization.name}, ${organization.timeZone}, ${organization.language},
      ${organization.policy}, ${organization.capacity}, ${organization.waitingLimitMs},
      ${JSON.stringify(organization.reception)},
      ${organization.profile ? JSON.stringify(organization.profile) : null},
      ${organization.linkPreviews === true ? 1 : 0}, ${organization.version}, 0, 0, ${epoch}, 0, 0, ${at})`)
}

export const findOrganization = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<Organization | undefined> => {
  const row = await db.get<OrganizationRow>(sql`
    select organization_id, name, time_zone, language, policy, capacity, waiting_limit_ms, reception, profile,
      link_previews, version
    from organizations where organization_id = ${organizationId}`)
  return row && rowToOrganization(row)
}

/** Saves what `reception.configure` may change. */
export const saveReception = async (db: WriteDb, organization: Organization): Promise<void> => {
  await db.run(sql`
    update organizations set policy = ${organization.policy}, capacity = ${organization.capacity},
      waiting_limit_ms = ${organization.waitingLimitMs}, reception = ${JSON.stringify(organization.reception)},
      version = ${organization.version}
    where organization_id = ${organization.id}`)
}

/** Saves what `link-previews.configure` changes. */
export const saveLinkPreviews = async (db: WriteDb, organization: Organization): Promise<void> => {
  await db.run(sql`
    update organizations set link_previews = ${organization.linkPreviews === true ? 1 : 0},
      version = ${organization.version}
    where organization_id = ${organization.id}`)
}

/** Saves what the company says of itself. */
export const saveProfile = async (db: WriteDb, organization: Organization): Promise<void> => {
  await db.run(sql`
    update organizations set profile = ${JSON.stringify(organization.profile)}, version = ${organization.version}
    where organization_id = ${organization.id}`)
}

export const organizationIds = async (db: ReadDb): Promise<OrganizationId[]> =>
  (
    await db.all<{ organization_id: OrganizationId }>(
      sql`select organization_id from organizations order by created_at, organization_id`,
    )
  ).map((row) => row.organization_id)

/**
 * Takes the organisation's turn: with PostgreSQL its row is locked until the transaction ends, so that commands of one
 * organisation are decided one after another on every node. SQLite has one writer anyway.
 */
export const lockCounters = async (
  db: WriteDb,
  organizationId: OrganizationId,
): Promise<Counters | undefined> =>
  db.driver === 'sqlite'
    ? db.get<Counters>(
        sql`select revision, config_revision from organizations where organization_id = ${organizationId}`,
      )
    : db.get<Counters>(
        sql`select revision, config_revision from organizations where organization_id = ${organizationId} for update`,
      )

export const saveCounters = async (
  db: WriteDb,
  organizationId: OrganizationId,
  counters: Counters,
): Promise<void> => {
  await db.run(sql`
    update organizations set revision = ${counters.revision}, config_revision = ${counters.config_revision}
    where organization_id = ${organizationId}`)
}

/** Since which revision people, roles and groups are as they are; undefined: there is no such organisation. */
export const configRevisionOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<number | undefined> =>
  (
    await db.get<{ config_revision: number }>(
      sql`select config_revision from organizations where organization_id = ${organizationId}`,
    )
  )?.config_revision

/** Where the log is now; undefined for an organisation that does not exist. */
export const logPositionOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<LogPosition | undefined> =>
  db.get<LogPosition>(sql`
    select history_epoch as epoch, revision, config_revision as "configRevision"
    from organizations where organization_id = ${organizationId}`)

/** The same of all organisations. */
export const logPositions = async (
  db: ReadDb,
): Promise<(Pick<LogPosition, 'epoch' | 'revision'> & { readonly id: OrganizationId })[]> =>
  db.all(sql`select organization_id as id, history_epoch as epoch, revision from organizations`)

/** Begins another history; false: somebody else has, or there is no such organisation. */
export const renewEpoch = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<boolean> =>
  (await db.run(sql`
    update organizations set history_epoch = ${to}
    where organization_id = ${organizationId} and history_epoch = ${from}`)) === 1

export const takeAgentNumber = async (db: WriteDb, organizationId: OrganizationId): Promise<number> => {
  const row = await db.get<{ number: number }>(sql`
    update organizations set last_agent_number = last_agent_number + 1
    where organization_id = ${organizationId} returning last_agent_number as number`)
  if (!row) throw new Error('organisation not found')
  return row.number
}

export const takeCustomerNumber = async (db: WriteDb, organizationId: OrganizationId): Promise<number> => {
  const row = await db.get<{ number: number }>(sql`
    update organizations set last_customer_number = last_customer_number + 1
    where organization_id = ${organizationId} returning last_customer_number as number`)
  if (!row) throw new Error('organisation not found')
  return row.number
}

/** The number by which a customer can ask for the message they left. */
export const takeMessageNumber = async (db: WriteDb, organizationId: OrganizationId): Promise<number> => {
  const row = await db.get<{ number: number }>(sql`
    update organizations set last_message_number = last_message_number + 1
    where organization_id = ${organizationId} returning last_message_number as number`)
  if (!row) throw new Error('organisation not found')
  return row.number
}

const rowToOrganization = (row: OrganizationRow): Organization => ({
  id: row.organization_id,
  name: row.name,
  timeZone: row.time_zone,
  language: row.language,
  policy: row.policy,
  capacity: row.capacity,
  waitingLimitMs: row.waiting_limit_ms,
  reception: { ...RECEPTION_DEFAULTS, ...(JSON.parse(row.reception) as Partial<ReceptionSettings>) },
  ...(row.profile !== null && { profile: { ...NO_PROFILE, ...(JSON.parse(row.profile) as CompanyProfile) } }),
  ...(row.link_previews === 1 && { linkPreviews: true }),
  version: row.version,
})
