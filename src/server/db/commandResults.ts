import { sql } from '../../base/sql.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** What a command answered the first time. */
export interface CommandResultRow {
  readonly digest: string
  readonly result: string
}

export const findCommandResult = async (
  db: ReadDb,
  organizationId: OrganizationId,
  commandId: string,
): Promise<CommandResultRow | undefined> =>
  db.get<CommandResultRow>(sql`
    select digest, result from command_results
    where organization_id = ${organizationId} and command_id = ${commandId}`)

export const insertCommandResult = async (
  db: WriteDb,
  organizationId: OrganizationId,
  commandId: string,
  row: CommandResultRow,
  at: number,
): Promise<void> => {
  await db.run(sql`
    insert into command_results (organization_id, command_id, digest, result, at)
    values (${organizationId}, ${commandId}, ${row.digest}, ${row.result}, ${at})`)
}

/** Forgets up to `limit` answers that are older than `before`. */
export const forgetCommandResults = async (
  db: WriteDb,
  organizationId: OrganizationId,
  before: number,
  limit: number,
): Promise<number> =>
  db.run(sql`
    delete from command_results where organization_id = ${organizationId} and command_id in (
      select command_id from command_results
      where organization_id = ${organizationId} and at < ${before} limit ${limit})`)
