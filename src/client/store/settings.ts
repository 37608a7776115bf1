import { sql } from '../../base/sql.ts'
import type { AgentId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Settings of this device; any JSON value, null to keep none. */
export const saveSetting = (db: WriteDb, key: string, value: unknown): void => {
  db.run(
    value === null || value === undefined
      ? sql`delete from settings where key = ${key}`
      : sql`insert or replace into settings (key, value) values (${key}, ${JSON.stringify(value)})`,
  )
  db.touch(`setting:${key}`)
}

/** Null when it was never saved. */
export const readSetting = (db: ReadDb, key: string): unknown => {
  const row = db.get<{ value: string }>(sql`select value from settings where key = ${key}`)
  return row ? (JSON.parse(row.value) as unknown) : null
}

/** What an agent had half filled in, on this device: nobody else is to find it. */
export const removeForms = (db: WriteDb, agentId: AgentId): void => {
  const prefix = `form:${agentId}:`
  const removed = db.all<{ key: string }>(
    sql`delete from settings where substr(key, 1, ${prefix.length}) = ${prefix} returning key`,
  )
  for (const { key } of removed) db.touch(`setting:${key}`)
}
