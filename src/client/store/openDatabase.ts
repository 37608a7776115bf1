import type { Logger } from '../../base/logger.ts'
import type { CacheNotice } from '../api.ts'
import { DatabaseError, type Databases, type SqliteDriver } from '../ports/index.ts'
import { migrate, type Migration } from './migrations/index.ts'

export interface Opened {
  readonly driver: SqliteDriver
  /** What had to be done, where the agent has to know. */
  readonly notice: CacheNotice['code'] | null
}

/**
 * Opens a database at the newest schema, whatever has happened to its file.
 *
 * Every failure has its own way out: a damaged file (seen twice, as the first look may have met a passing fault) is
 * moved aside and begun anew; a newer program's file is left as it is; where nothing can be opened the work goes on in
 * memory. `suspect`: a read or write found damage, so the whole file is checked first.
 */
export const openDatabase = async (
  databases: Databases,
  name: string,
  migrations: readonly Migration[],
  log: Logger,
  suspect = false,
): Promise<Opened> => {
  const inMemory = async (notice: CacheNotice['code']): Promise<Opened> => {
    const driver = await databases.openMemory()
    migrate(driver, migrations)
    return { driver, notice }
  }
  const tryOpen = async (check: boolean): Promise<Opened | 'newer'> => {
    const driver = await databases.open(name)
    try {
      if (check) assertSound(driver)
      // What is deleted is really gone from the file, as far as the program can see to it.
      driver.exec('pragma secure_delete = on')
      if (migrate(driver, migrations) === 'ready')
        return { driver, notice: databases.lasting ? null : 'memory' }
      driver.close()
      return 'newer'
    } catch (error) {
      driver.close()
      throw error
    }
  }
  const codeOf = (error: unknown): DatabaseError['code'] => {
    if (!(error instanceof DatabaseError)) throw error
    log.warn('a database could not be opened', { name, code: error.code })
    return error.code
  }
  const attempt = async (check: boolean): Promise<Opened | DatabaseError['code']> => {
    try {
      const opened = await tryOpen(check)
      return opened === 'newer' ? await inMemory('newer') : opened
    } catch (error) {
      return codeOf(error)
    }
  }

  let result = await attempt(suspect)
  if (result === 'corrupt') result = await attempt(true)
  if (result === 'corrupt') {
    await databases.moveAside(name)
    result = await attempt(false)
    if (typeof result !== 'string') return { ...result, notice: 'cache-moved-aside' }
  }
  if (typeof result !== 'string') return result
  return inMemory(result === 'full' ? 'disk-full' : 'memory')
}

const assertSound = (driver: SqliteDriver): void => {
  const row = driver.get<{ integrity_check: string }>('pragma integrity_check(1)')
  if (row?.integrity_check !== 'ok') throw new DatabaseError('corrupt')
  // The pages can be in order and a letter inside a row be another one; some of those show.
  for (const { table, column } of driver.all<{ table: string; column: string }>(JSON_COLUMNS)) {
    const broken = driver.get(`select 1 from "${table}" where not json_valid("${column}") limit 1`)
    if (broken) throw new DatabaseError('corrupt')
  }
}

/** The columns that keep values as JSON, by their names. */
const JSON_COLUMNS = `
  select t.name as "table", c.name as "column"
  from sqlite_schema t, pragma_table_info(t.name) c
  where t.type = 'table' and t.sql not like 'create virtual%' and c.name in ('data', 'body', 'preview', 'me')`
