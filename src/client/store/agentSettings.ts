import { sql, sqlList } from '../../base/sql.ts'
import {
  isAgentSettingName,
  NO_SETTING_DEFAULTS,
  settingDeclaration,
  type AgentId,
  type AgentSettingChanges,
  type AgentSettingName,
  type AgentSettings,
  type CompanyTheme,
  type SettingDefaults,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { parseStored } from './stored.ts'

/** Replaces what the server knows of the agent's choices. */
export const replaceAgentSettings = (db: WriteDb, settings: AgentSettings): void => {
  clearAgentSettings(db)
  for (const [name, value] of Object.entries(settings))
    db.run(sql`insert into agent_settings (name, value) values (${name}, ${JSON.stringify(value)})`)
}

export const clearAgentSettings = (db: WriteDb): void => {
  db.run(sql`delete from agent_settings`)
  db.touch('settings')
}

/** What the server knows of the agent's choices. */
export const readAgentSettings = (db: ReadDb): AgentSettings =>
  toSettings(db.all<SettingRow>(sql`select name, value from agent_settings`))

/** What the company has decided. */
export const readSettingDefaults = (db: ReadDb): SettingDefaults => {
  const row = db.get<{ data: string }>(sql`select data from directory where noun = 'settingDefaults'`)
  return row ? parseStored<SettingDefaults>(row.data) : NO_SETTING_DEFAULTS
}

/** The company theme; null: nobody has set any. */
export const readCompanyTheme = (db: ReadDb): CompanyTheme | null => {
  const row = db.get<{ data: string }>(sql`select data from directory where noun = 'companyTheme'`)
  return row ? parseStored<CompanyTheme>(row.data) : null
}

/** Keeps choices on this device: for good if they belong to it, else until the log contains them. */
export const keepSettings = (db: WriteDb, agentId: AgentId, changes: AgentSettingChanges): void => {
  for (const [name, value] of Object.entries(changes))
    db.run(sql`
      insert or replace into kept_settings (agent_id, name, value, revision)
      values (${agentId}, ${name}, ${JSON.stringify(value)}, null)`)
  db.touch('settings')
}

/** What was chosen here and goes before what the server knows. */
export const readKeptSettings = (db: ReadDb, agentId: AgentId): AgentSettings =>
  toSettings(db.all<SettingRow>(sql`select name, value from kept_settings where agent_id = ${agentId}`))

/** What the agent has chosen of one setting, for whoever asks often; undefined: nothing. */
export const readChosenSetting = (
  cache: ReadDb,
  own: ReadDb,
  agentId: AgentId,
  name: AgentSettingName,
): unknown => {
  const row =
    own.get<{ value: string }>(
      sql`select value from kept_settings where agent_id = ${agentId} and name = ${name}`,
    ) ?? cache.get<{ value: string }>(sql`select value from agent_settings where name = ${name}`)
  return row && parseStored<unknown>(row.value)
}

/** What the server has not been told yet. */
export const readUnsentSettings = (db: ReadDb, agentId: AgentId): AgentSettingChanges =>
  Object.fromEntries(
    Object.entries(
      toSettings(
        db.all<SettingRow>(
          sql`select name, value from kept_settings where agent_id = ${agentId} and revision is null`,
        ),
      ),
    ).filter(([name]) => isAgentSettingName(name) && !settingDeclaration(name).device),
  )

/** The server has them, and the log contains them from `revision` on; one that was changed since goes on waiting. */
export const markSettingsSent = (
  db: WriteDb,
  agentId: AgentId,
  sent: AgentSettingChanges,
  revision: number,
): void => {
  for (const [name, value] of Object.entries(sent))
    db.run(sql`
      update kept_settings set revision = ${revision}
      where agent_id = ${agentId} and name = ${name} and value = ${JSON.stringify(value)}`)
}

/** The log contains everything up to here. */
export const dropSentSettings = (db: WriteDb, agentId: AgentId, revision: number): void => {
  const gone = db.all(
    sql`delete from kept_settings where agent_id = ${agentId} and revision <= ${revision} returning name`,
  )
  if (gone.length > 0) db.touch('settings')
}

/** The server does not take them. */
export const dropSettings = (db: WriteDb, agentId: AgentId, names: readonly string[]): void => {
  db.run(sql`delete from kept_settings where agent_id = ${agentId} and name in (${sqlList(names)})`)
  db.touch('settings')
}

/** The agent leaves this device. */
export const clearKeptSettings = (db: WriteDb, agentId: AgentId): void => {
  db.run(sql`delete from kept_settings where agent_id = ${agentId}`)
}

interface SettingRow {
  readonly name: AgentSettingName | (string & {})
  readonly value: string
}

const toSettings = (rows: readonly SettingRow[]): AgentSettings =>
  Object.fromEntries(rows.map(({ name, value }) => [name, parseStored<unknown>(value)]))
