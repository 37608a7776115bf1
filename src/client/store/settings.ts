import { sql } from '../../base/sql.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Settings of this device; any JSON value. */
export const saveSetting = (db: WriteDb, key: string, value: unknown): void => {
  const text = JSON.stringify(value ?? null)
  db.run(sql`insert or replace into settings (key, value) values (${key}, ${text})`)
  db.touch(`setting:${key}`)
}

/** Null when it was never saved. */
export const readSetting = (db: ReadDb, key: string): unknown => {
  const row = db.get<{ value: string }>(sql`select value from settings where key = ${key}`)
  return row ? (JSON.parse(row.value) as unknown) : null
}
