import { settingStates } from '../../domain/settings/settingOf.ts'
import { readAgentSettings, readKeptSettings, readSettingDefaults } from '../store/agentSettings.ts'
import { readSetting } from '../store/settings.ts'
import type { QueryDefinition } from './definition.ts'

export const settingQueries = {
  'setting.get': {
    topics: ({ key }) => [`setting:${key}`],
    read: ({ store }, { key }) => ({ value: readSetting(store.own, key) }),
  },
  'agent-settings.mine': {
    topics: () => ['settings', 'account'],
    read: ({ store, agentId }) => {
      const me = agentId()
      if (me === null) return null
      const own = { ...readAgentSettings(store.cache), ...readKeptSettings(store.own, me) }
      return settingStates(own, readSettingDefaults(store.cache).settings)
    },
  },
  'setting-defaults.get': {
    topics: () => ['settings'],
    read: ({ store }) => readSettingDefaults(store.cache),
  },
} satisfies {
  'setting.get': QueryDefinition<'setting.get'>
  'agent-settings.mine': QueryDefinition<'agent-settings.mine'>
  'setting-defaults.get': QueryDefinition<'setting-defaults.get'>
}
