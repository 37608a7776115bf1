import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import type { Db } from './port.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/** `file`: the database of one process. `url`: `postgres://…`, for several. */
export type DatabaseAddress = { readonly file: string } | { readonly url: string }

/** Opens the server's database and brings its schema up to date. */
export const openDatabase = async (
  address: DatabaseAddress,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): Promise<Db> => {
  const db = 'file' in address ? openSqlite(address.file) : openPostgres(address.url, log)
  try {
    await migrate(db, migrations, clock)
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}
