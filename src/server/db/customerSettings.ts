import { sql } from '../../base/sql.ts'
import {
  CUSTOMER_SETTINGS_DEFAULTS,
  type CustomerSettings,
  type OrganizationId,
  type StageId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** Undefined: nobody has changed them yet. */
export const findCustomerSettings = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<CustomerSettings | undefined> => {
  const row = await db.get<{ data: string; version: number }>(
    sql`select data, version from customer_settings where organization_id = ${organizationId}`,
  )
  return row && { ...(JSON.parse(row.data) as Omit<CustomerSettings, 'version'>), version: row.version }
}

export const customerSettingsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<CustomerSettings> => (await findCustomerSettings(db, organizationId)) ?? CUSTOMER_SETTINGS_DEFAULTS

export const saveCustomerSettings = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { version, ...data }: CustomerSettings,
): Promise<void> => {
  await db.run(sql`
    insert into customer_settings (organization_id, data, version)
    values (${organizationId}, ${JSON.stringify(data)}, ${version})
    on conflict (organization_id) do update set data = excluded.data, version = excluded.version`)
}

/** How many customers stand there. */
export const countInStage = async (
  db: ReadDb,
  organizationId: OrganizationId,
  stageId: StageId,
): Promise<number> =>
  (
    await db.get<{ count: number }>(sql`
      select count(*) as count from customers where organization_id = ${organizationId} and stage_id = ${stageId}`)
  )?.count ?? 0
