import { sql } from '../../base/sql.ts'
import type { Message, OrganizationId, Scope } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

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

/**
 * Entries about a message and about what hangs on its conversation, as far as they were written after it: the text of each
 * names the one or the other.
 */
export const entriesNaming = async (
  db: ReadDb,
  organizationId: OrganizationId,
  { id, conversationId, at }: Pick<Message, 'id' | 'conversationId' | 'at'>,
): Promise<LogRow[]> =>
  db.all<LogRow>(sql`
    select revision, scope, event, payload, at from log
    where organization_id = ${organizationId}
      and revision > coalesce((select revision from log where organization_id = ${organizationId} and at < ${at}
        order by revision desc limit 1), 0)
      and ((event in ('message.sent', 'message.annotated') and scope = ${`thread:${conversationId}`} and payload like ${`%${id}%`})
        or (event in ('pool.entered', 'pool.changed') and payload like ${`%${conversationId}%`}))
    order by revision`)

/** The only change a written entry knows: something it says is to be said no more. */
export const replacePayload = async (
  db: WriteDb,
  organizationId: OrganizationId,
  revision: number,
  payload: string,
): Promise<void> => {
  await db.run(
    sql`update log set payload = ${payload} where organization_id = ${organizationId} and revision = ${revision}`,
  )
}
