import { sql } from '../../base/sql.ts'
import type { Greetings, OrganizationId, SessionId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** Undefined: nobody has written any yet. */
export const findGreetings = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<Greetings | undefined> => {
  const row = await db.get<{ data: string; version: number }>(
    sql`select data, version from greetings where organization_id = ${organizationId}`,
  )
  return row && { ...(JSON.parse(row.data) as Omit<Greetings, 'version'>), version: row.version }
}

export const saveGreetings = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { version, ...data }: Greetings,
): Promise<void> => {
  await db.run(sql`
    insert into greetings (organization_id, data, version)
    values (${organizationId}, ${JSON.stringify(data)}, ${version})
    on conflict (organization_id) do update set data = excluded.data, version = excluded.version`)
}

/** Notes that the session's customer is greeted now; false: they were before. */
export const markGreeted = async (
  db: WriteDb,
  organizationId: OrganizationId,
  sessionId: SessionId,
  at: number,
): Promise<boolean> =>
  (await db.run(sql`
    update sessions set greeted_at = ${at}
    where organization_id = ${organizationId} and id = ${sessionId} and greeted_at is null`)) === 1
