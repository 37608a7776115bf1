import * as z from 'zod'

import { NewSettingDefaults, SettingDefaults, SyncedSettingChanges, Version } from '../model/index.ts'
import { command } from './command.ts'

/** Saves settings of one's own that follow to every device (R-03-184). The last change of each wins. */
export const saveAgentSettings = command('agent-setting.save', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ changes: SyncedSettingChanges }),
  result: z.object({}),
  codes: [],
})

/**
 * Decides how the client is set up where agents have not chosen themselves, and what they cannot choose. What is missing is
 * decided by nobody; `version` is that of the decisions the author saw: whoever saved first wins.
 */
export const saveSettingDefaults = command('company-setting-default.save', {
  by: 'agent',
  permission: 'admin',
  sensitive: true,
  args: z.strictObject({ version: Version, settings: NewSettingDefaults }),
  result: z.object({ defaults: SettingDefaults }),
  codes: ['conflict'],
})
