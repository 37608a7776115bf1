import { sql } from '../../base/sql.ts'
import { NO_RULES, type OrganizationId, type RoutingRules } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

export const findRoutingRules = async (db: ReadDb, organizationId: OrganizationId): Promise<RoutingRules> => {
  const row = await db.get<{ data: string }>(
    sql`select data from routing_rules where organization_id = ${organizationId}`,
  )
  return row ? (JSON.parse(row.data) as RoutingRules) : NO_RULES
}

export const saveRoutingRules = async (
  db: WriteDb,
  organizationId: OrganizationId,
  rules: RoutingRules,
): Promise<void> => {
  await db.run(sql`
    insert into routing_rules (organization_id, data, version)
    values (${organizationId}, ${JSON.stringify(rules)}, ${rules.version})
    on conflict (organization_id) do update set data = excluded.data, version = excluded.version`)
}
