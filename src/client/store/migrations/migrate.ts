import type { SqliteDriver } from '../../ports/index.ts'

/** One step of a database's schema. Steps are never edited once released, only followed by others. */
export interface Migration {
  /** As its file: `0001-start`. */
  readonly name: string
  readonly text: string
}

/**
 * Brings a database to the newest schema, each step in a transaction with its number.
 *
 * `newer`: a newer program wrote it. Nothing was touched then, and nothing may be.
 */
export const migrate = (driver: SqliteDriver, migrations: readonly Migration[]): 'ready' | 'newer' => {
  const version = versionOf(driver)
  if (version > migrations.length) return 'newer'
  migrations.slice(version).forEach((migration, index) => {
    driver.transaction(() => {
      driver.exec(migration.text)
      driver.exec(`pragma user_version = ${version + index + 1}`)
    })
  })
  return 'ready'
}

const versionOf = (driver: SqliteDriver): number => {
  const row = driver.get<{ user_version: number }>('pragma user_version')
  return row?.user_version ?? 0
}
