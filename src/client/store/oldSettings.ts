import {
  isAgentSettingName,
  settingDeclaration,
  type AgentSettingChanges,
} from '../../protocol/model/index.ts'
import type { ReadDb } from './database.ts'
import { readSetting } from './settings.ts'

/** What earlier versions kept on the device under these keys, as the settings that follow the agent since. */
export const readOldSettings = (own: ReadDb): AgentSettingChanges => {
  const preferences = readSetting(own, 'preferences')
  const { soundOnArrival, ...rest } =
    typeof preferences === 'object' && preferences !== null
      ? (preferences as Record<string, unknown>)
      : { soundOnArrival: undefined }
  const found = {
    ...rest,
    ...(soundOnArrival === false && { soundNewSession: 'off' }),
    theme: readSetting(own, 'theme'),
    language: readSetting(own, 'language'),
  }
  return Object.fromEntries(
    Object.entries(found).filter(([name, value]) => {
      if (!isAgentSettingName(name)) return false
      const { schema, usual } = settingDeclaration(name)
      return schema.safeParse(value).success && value !== usual
    }),
  )
}
