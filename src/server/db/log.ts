import { sql, type Sql } from '../../base/sql.ts'
import type { LogEntry } from '../../protocol/events/index.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import type { WriteDb } from './port.ts'

type Entry = LogEntry & { readonly payloadText?: string }

/** Entries of one statement: one by one they would cost a delivery as much again. */
const PIECE = 16

/** `payloadText` where the caller has made it already. */
export const appendLog = async (
  db: WriteDb,
  organizationId: OrganizationId,
  entries: readonly Entry[],
): Promise<void> => {
  let start = 0
  for (; start + PIECE <= entries.length; start += PIECE) {
    await db.run(insertOf(organizationId, entries.slice(start, start + PIECE)))
  }
  for (; start < entries.length; start += 1) {
    await db.run(insertOf(organizationId, entries.slice(start, start + 1)))
  }
}

const insertText = (count: number): string =>
  `insert into log (organization_id, revision, scope, event, payload, at) values ${Array(count).fill('(?, ?, ?, ?, ?, ?)').join(', ')}`
const INSERT_ONE = insertText(1)
const INSERT_PIECE = insertText(PIECE)

const insertOf = (organizationId: OrganizationId, entries: readonly Entry[]): Sql => ({
  text: entries.length === PIECE ? INSERT_PIECE : INSERT_ONE,
  values: entries.flatMap((entry) => [
    organizationId,
    entry.revision,
    entry.scope,
    entry.event,
    entry.payloadText ?? JSON.stringify(entry.payload),
    entry.at,
  ]),
})

/** Forgets up to `limit` of the oldest entries, if they are older than `before`. */
export const forgetLog = async (
  db: WriteDb,
  organizationId: OrganizationId,
  before: number,
  limit: number,
): Promise<number> =>
  db.run(sql`
    delete from log where organization_id = ${organizationId} and at < ${before} and revision <
      (select min(revision) from log where organization_id = ${organizationId}) + ${limit}`)
