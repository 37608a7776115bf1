import { sql } from '../../base/sql.ts'
import type { Department, DepartmentId, OrganizationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface DepartmentRow {
  readonly id: DepartmentId
  readonly parent_id: DepartmentId | null
  readonly name: string
  readonly position: number
}

export const insertDepartment = async (
  db: WriteDb,
  organizationId: OrganizationId,
  department: Department,
): Promise<void> => {
  await db.run(sql`
    insert into departments (organization_id, id, parent_id, name, position)
    values (${organizationId}, ${department.id}, ${department.parentId}, ${department.name}, ${department.position})`)
}

export const departmentsOf = async (db: ReadDb, organizationId: OrganizationId): Promise<Department[]> =>
  (
    await db.all<DepartmentRow>(sql`
      select id, parent_id, name, position from departments
      where organization_id = ${organizationId} order by position, id`)
  ).map((row) => ({ id: row.id, parentId: row.parent_id, name: row.name, position: row.position }))
