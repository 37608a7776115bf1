import type { Clock } from '../../base/clock.ts'
import { sql, type Sql } from '../../base/sql.ts'
import type { Migration } from './migrations/migration.ts'
import type { Db } from './port.ts'

/** The database was written by a newer program than this one; nothing was touched. */
export class NewerDatabaseError extends Error {
  readonly found: number
  readonly known: number

  constructor(found: number, known: number) {
    super(
      `this database has schema ${found}, and this program knows schema ${known}: start a newer version of the program`,
    )
    this.name = 'NewerDatabaseError'
    this.found = found
    this.known = known
  }
}

/** Brings the schema up to date, each step in a transaction of its own: after a crash it is the old one or the new one. */
export const migrate = async (
  db: Db,
  migrations: readonly Migration[],
  clock: Pick<Clock, 'now'>,
): Promise<void> => {
  await db.transaction(async (tx) => {
    await tx.run(CREATE_LIST)
  })
  const row = await db.get<{ last: number | null }>(sql`select max(number) as last from schema_migrations`)
  const last = row?.last ?? 0
  const known = migrations.at(-1)?.number ?? 0
  if (last > known) throw new NewerDatabaseError(last, known)
  for (const migration of migrations) {
    if (migration.number <= last) continue
    await db.transaction(async (tx) => {
      // Of two programs that start together the second waits here, finds the row and undoes nothing of the first.
      const added = await tx.run(sql`
        insert into schema_migrations (number, name, applied_at)
        values (${migration.number}, ${migration.name}, ${clock.now()}) on conflict do nothing`)
      if (added === 0) return
      for (const text of migration.statements(tx.driver)) await tx.run({ text, values: [] })
    })
  }
}

const CREATE_LIST: Sql = {
  text: `create table if not exists schema_migrations (
    number integer not null primary key, name text not null, applied_at bigint not null)`,
  values: [],
}
