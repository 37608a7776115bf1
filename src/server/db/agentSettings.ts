import { sql } from '../../base/sql.ts'
import {
  NO_SETTING_DEFAULTS,
  type AgentId,
  type AgentSettings,
  type OrganizationId,
  type SettingDefaults,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** All that the agent has chosen. */
export const agentSettingsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<AgentSettings> => {
  const row = await db.get<{ settings: string }>(sql`
    select settings from agent_settings where organization_id = ${organizationId} and agent_id = ${agentId}`)
  return row ? (JSON.parse(row.settings) as AgentSettings) : {}
}

export const saveAgentSettings = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  settings: AgentSettings,
): Promise<void> => {
  await db.run(sql`
    insert into agent_settings (organization_id, agent_id, settings)
    values (${organizationId}, ${agentId}, ${JSON.stringify(settings)})
    on conflict (organization_id, agent_id) do update set settings = excluded.settings`)
}

/** What the company has decided. */
export const settingDefaultsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<SettingDefaults> => {
  const row = await db.get<{ settings: string; version: number }>(sql`
    select settings, version from setting_defaults where organization_id = ${organizationId}`)
  if (!row) return NO_SETTING_DEFAULTS
  return { settings: JSON.parse(row.settings) as SettingDefaults['settings'], version: row.version }
}

/** Makes the decisions with their first version, or saves the next one. */
export const saveSettingDefaults = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { settings, version }: SettingDefaults,
): Promise<void> => {
  await db.run(sql`
    insert into setting_defaults (organization_id, settings, version)
    values (${organizationId}, ${JSON.stringify(settings)}, ${version})
    on conflict (organization_id) do update set settings = excluded.settings, version = excluded.version`)
}
