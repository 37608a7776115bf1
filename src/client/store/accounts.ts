import { sql } from '../../base/sql.ts'
import type { AgentId, OrganizationId } from '../../protocol/model/index.ts'
import type { CurrentAccount, RememberedAccount } from '../api.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** An account this device knows. Without `token` it has to sign in again; its drafts and unsent messages wait for it. */
export interface Account extends RememberedAccount {
  readonly organizationId: OrganizationId
  readonly token: string | null
  readonly cause: CurrentAccount['cause']
}

export const saveAccount = (db: WriteDb, account: Account, now: number): void => {
  db.run(sql`
    insert or replace into accounts (
      agent_id, organization_id, organization_name, agent_name, account, server, token, cause, used_at
    ) values (
      ${account.agentId}, ${account.organizationId}, ${account.organizationName}, ${account.agentName},
      ${account.account}, ${account.server}, ${account.token}, ${account.cause}, ${now}
    )`)
  db.touch('account')
}

export const touchAccount = (db: WriteDb, agentId: AgentId, now: number): void => {
  db.run(sql`update accounts set used_at = ${now} where agent_id = ${agentId}`)
}

/** The token works no more; what the account has not sent waits for its next sign-in. */
export const sealAccount = (db: WriteDb, agentId: AgentId, cause: Account['cause']): void => {
  db.run(sql`update accounts set token = null, cause = ${cause} where agent_id = ${agentId}`)
  db.touch('account')
}

export const removeAccount = (db: WriteDb, agentId: AgentId): void => {
  db.run(sql`delete from accounts where agent_id = ${agentId}`)
  db.touch('account')
}

/** Latest used first. */
export const listAccounts = (db: ReadDb): Account[] =>
  db.all<AccountRow>(sql`select * from accounts order by used_at desc, agent_id`).map(rowToAccount)

interface AccountRow {
  agent_id: AgentId
  organization_id: OrganizationId
  organization_name: string
  agent_name: string
  account: string
  server: string
  token: string | null
  cause: Account['cause']
}

const rowToAccount = (row: AccountRow): Account => ({
  agentId: row.agent_id,
  organizationId: row.organization_id,
  organizationName: row.organization_name,
  agentName: row.agent_name,
  account: row.account,
  server: row.server,
  token: row.token,
  cause: row.cause,
})
