import { ok, refuse } from '../../../base/result.ts'
import { settingDeclaration, type AgentSettingName } from '../../../protocol/model/index.ts'
import { agentSettingsOf, saveAgentSettings as write } from '../../db/agentSettings.ts'
import type { Handler } from '../handler.ts'

export const saveAgentSettings: Handler<'agent-setting.save'> = async (work, { agentId }, { changes }) => {
  const { tx, organizationId } = work
  const permissions = (await work.directory()).agents.get(agentId)?.permissions
  // What everybody has anyway is nobody's choice: the way back to it is always open.
  const chosen = Object.entries(changes).filter(([, value]) => value !== null)
  const isAllowed = (name: string): boolean => {
    const { permission } = settingDeclaration(name as AgentSettingName)
    return permission === undefined || permissions?.has(permission) === true
  }
  if (!chosen.every(([name]) => isAllowed(name))) return refuse('forbidden')
  const merged = { ...(await agentSettingsOf(tx, organizationId, agentId)), ...changes }
  const settings = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
  await write(tx, organizationId, agentId, settings)
  work.publish(`agent:${agentId}`, 'agent-settings.changed', { settings })
  return ok({})
}
