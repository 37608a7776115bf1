import { sql } from '../../base/sql.ts'
import type { AgentId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Under such keys stands what is half filled in. */
const FORMS = 'form:'

/** Settings of this device; any JSON value, null to keep none. */
export const saveSetting = (db: WriteDb, key: string, value: unknown): void => {
  db.run(
    value === null || value === undefined
      ? sql`delete from settings where key = ${key}`
      : sql`insert or replace into settings (key, value) values (${key}, ${JSON.stringify(value)})`,
  )
  db.touch(`setting:${key}`)
  if (key.startsWith(FORMS)) db.touch('forms')
}

/** Null when it was never saved. */
export const readSetting = (db: ReadDb, key: string): unknown => {
  const row = db.get<{ value: string }>(sql`select value from settings where key = ${key}`)
  return row ? (JSON.parse(row.value) as unknown) : null
}

/** What an agent has half filled in, by form. */
export const readForms = (db: ReadDb, agentId: AgentId): Readonly<Record<string, unknown>> => {
  const prefix = prefixOf(agentId)
  const rows = db.all<{ key: string; value: string }>(
    sql`select key, value from settings where substr(key, 1, ${prefix.length}) = ${prefix}`,
  )
  return Object.fromEntries(
    rows.map(({ key, value }) => [key.slice(prefix.length), JSON.parse(value) as unknown]),
  )
}

const prefixOf = (agentId: AgentId): string => `${FORMS}${agentId}:`

/** What stood in one form is not wanted any more. */
export const removeForm = (db: WriteDb, agentId: AgentId, form: string): void => {
  saveSetting(db, `${prefixOf(agentId)}${form}`, null)
}

/** What an agent had half filled in, on this device: nobody else is to find it. */
export const removeForms = (db: WriteDb, agentId: AgentId): void => {
  const prefix = prefixOf(agentId)
  const removed = db.all<{ key: string }>(
    sql`delete from settings where substr(key, 1, ${prefix.length}) = ${prefix} returning key`,
  )
  for (const { key } of removed) db.touch(`setting:${key}`, 'forms')
}
