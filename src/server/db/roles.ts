import { sql } from '../../base/sql.ts'
import type { OrganizationId, Permission, Role, RoleId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface RoleRow {
  readonly id: RoleId
  readonly name: string
  readonly permissions: string
}

export const insertRole = async (db: WriteDb, organizationId: OrganizationId, role: Role): Promise<void> => {
  await db.run(sql`
    insert into roles (organization_id, id, name, permissions)
    values (${organizationId}, ${role.id}, ${role.name}, ${JSON.stringify(role.permissions)})`)
}

export const rolesOf = async (db: ReadDb, organizationId: OrganizationId): Promise<Role[]> =>
  (
    await db.all<RoleRow>(
      sql`select id, name, permissions from roles where organization_id = ${organizationId} order by id`,
    )
  ).map((row) => ({
    id: row.id,
    name: row.name,
    permissions: JSON.parse(row.permissions) as Permission[],
  }))
