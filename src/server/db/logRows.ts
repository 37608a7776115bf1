import { sql } from '../../base/sql.ts'
import type { OrganizationId, Scope } from '../../protocol/model/index.ts'
import type { ReadDb } from './port.ts'

/** A row of the log as it is stored; publishing passes the text of the payload on and never parses it. */
export interface LogRow {
  readonly revision: number
  readonly scope: Scope
  readonly event: string
  readonly payload: string
  readonly at: number
}

/** Like `readLog`, unparsed. */
export const readLogRows = async (
  db: ReadDb,
  organizationId: OrganizationId,
  afterRevision: number,
  limit: number,
): Promise<LogRow[]> =>
  db.all<LogRow>(sql`
    select revision, scope, event, payload, at from log
    where organization_id = ${organizationId} and revision > ${afterRevision} order by revision limit ${limit}`)

/** `scope.followed` and `scope.lost` of one agent in a stretch of the log. */
export const readScopeChanges = async (
  db: ReadDb,
  organizationId: OrganizationId,
  ownScope: Scope,
  afterRevision: number,
  upToRevision: number,
): Promise<LogRow[]> =>
  db.all<LogRow>(sql`
    select revision, scope, event, payload, at from log
    where organization_id = ${organizationId} and revision > ${afterRevision} and revision <= ${upToRevision}
      and scope = ${ownScope} and event in ('scope.followed', 'scope.lost')
    order by revision`)
