import { sql } from '../../base/sql.ts'
import type {
  Agent,
  AgentId,
  DepartmentId,
  FileId,
  OrganizationId,
  RoleId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface AgentRow {
  readonly id: AgentId
  readonly account: string
  readonly number: number
  readonly name: string
  readonly outward_name: string
  readonly avatar_file_id: FileId | null
  readonly department_id: DepartmentId | null
  readonly role_ids: string
  readonly capacity: number | null
  readonly super_admin: number
  readonly disabled: number
}

/** What signing in needs to know; never leaves the server. */
export interface Credentials {
  readonly organizationId: OrganizationId
  readonly agentId: AgentId
  readonly passwordHash: string
  readonly superAdmin: boolean
  readonly disabled: boolean
}

export const insertAgent = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agent: Agent,
  { passwordHash, at }: { readonly passwordHash: string; readonly at: number },
): Promise<void> => {
  await db.run(sql`
    insert into agents (organization_id, id, account, account_key, number, name, outward_name, avatar_file_id,
      department_id, role_ids, capacity, super_admin, disabled, password_hash, created_at)
    values (${organizationId}, ${agent.id}, ${agent.account}, ${accountKey(agent.account)}, ${agent.number},
      ${agent.name}, ${agent.outwardName}, ${agent.avatarFileId}, ${agent.departmentId},
      ${JSON.stringify(agent.roleIds)}, ${agent.capacity}, ${agent.superAdmin ? 1 : 0}, ${agent.disabled ? 1 : 0},
      ${passwordHash}, ${at})`)
}

/** Everybody who is an agent; the super admin is none (R-01-004). */
export const agentsOf = async (db: ReadDb, organizationId: OrganizationId): Promise<Agent[]> =>
  (
    await db.all<AgentRow>(sql`
      select id, account, number, name, outward_name, avatar_file_id, department_id, role_ids, capacity, super_admin,
        disabled
      from agents where organization_id = ${organizationId} and super_admin = 0 order by number`)
  ).map(rowToAgent)

export const findAgent = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<Agent | undefined> => {
  const row = await db.get<AgentRow>(sql`
    select id, account, number, name, outward_name, avatar_file_id, department_id, role_ids, capacity, super_admin,
      disabled
    from agents where organization_id = ${organizationId} and id = ${agentId}`)
  return row && rowToAgent(row)
}

export const saveDisabled = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  disabled: boolean,
): Promise<void> => {
  await db.run(sql`
    update agents set disabled = ${disabled ? 1 : 0}
    where organization_id = ${organizationId} and id = ${agentId}`)
}

export const saveCapacity = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  capacity: Agent['capacity'],
): Promise<void> => {
  await db.run(sql`
    update agents set capacity = ${capacity} where organization_id = ${organizationId} and id = ${agentId}`)
}

/** Accounts are unique in the whole installation, whatever their case. */
export const credentialsOf = async (db: ReadDb, account: string): Promise<Credentials | undefined> => {
  const row = await db.get<{
    organization_id: OrganizationId
    id: AgentId
    password_hash: string
    super_admin: number
    disabled: number
  }>(sql`
    select organization_id, id, password_hash, super_admin, disabled from agents
    where account_key = ${accountKey(account)}`)
  return (
    row && {
      organizationId: row.organization_id,
      agentId: row.id,
      passwordHash: row.password_hash,
      superAdmin: row.super_admin === 1,
      disabled: row.disabled === 1,
    }
  )
}

export const passwordHashOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<string | undefined> =>
  (
    await db.get<{ password_hash: string }>(sql`
      select password_hash from agents where organization_id = ${organizationId} and id = ${agentId}`)
  )?.password_hash

export const savePasswordHash = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  passwordHash: string,
): Promise<void> => {
  await db.run(sql`
    update agents set password_hash = ${passwordHash}
    where organization_id = ${organizationId} and id = ${agentId}`)
}

export const saveNames = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  { name, outwardName }: Pick<Agent, 'name' | 'outwardName'>,
): Promise<void> => {
  await db.run(sql`
    update agents set name = ${name}, outward_name = ${outwardName}
    where organization_id = ${organizationId} and id = ${agentId}`)
}

export const isAccountTaken = async (db: ReadDb, account: string): Promise<boolean> =>
  (await credentialsOf(db, account)) !== undefined

const accountKey = (account: string): string => account.trim().normalize('NFKC').toLowerCase()

const rowToAgent = (row: AgentRow): Agent => ({
  id: row.id,
  account: row.account,
  number: row.number,
  name: row.name,
  outwardName: row.outward_name,
  avatarFileId: row.avatar_file_id,
  departmentId: row.department_id,
  roleIds: JSON.parse(row.role_ids) as RoleId[],
  capacity: row.capacity,
  superAdmin: row.super_admin === 1,
  disabled: row.disabled === 1,
})
