import { ok, refuse } from '../../../base/result.ts'
import type { SettingDefaults } from '../../../protocol/model/index.ts'
import { saveSettingDefaults as write, settingDefaultsOf } from '../../db/agentSettings.ts'
import type { Handler } from '../handler.ts'

export const saveSettingDefaults: Handler<'company-setting-default.save'> = async (
  work,
  _principal,
  { version, settings },
) => {
  const { tx, organizationId } = work
  const before = await settingDefaultsOf(tx, organizationId)
  if (version !== before.version) return refuse('conflict', { version: before.version })
  const defaults: SettingDefaults = { settings, version: version + 1 }
  await write(tx, organizationId, defaults)
  work.publish('org', 'setting-defaults.changed', { defaults })
  return ok({ defaults })
}
