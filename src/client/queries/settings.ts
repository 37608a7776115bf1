import { settingStates } from '../../domain/settings/settingOf.ts'
import { NO_COMPANY_THEME } from '../../protocol/model/index.ts'
import {
  readAgentSettings,
  readCompanyTheme,
  readKeptSettings,
  readSettingDefaults,
} from '../store/agentSettings.ts'
import { readForms, readSetting } from '../store/settings.ts'
import { readThemePicture } from '../store/themePictures.ts'
import type { QueryDefinition } from './definition.ts'

export const settingQueries = {
  'setting.get': {
    topics: ({ key }) => [`setting:${key}`],
    read: ({ store }, { key }) => ({ value: readSetting(store.own, key) }),
  },
  'forms.kept': {
    topics: () => ['forms', 'account'],
    read: ({ store, agentId }) => {
      const me = agentId()
      return me === null ? {} : readForms(store.own, me)
    },
  },
  'agent-settings.mine': {
    topics: () => ['settings', 'account'],
    read: ({ store, agentId }) => {
      const me = agentId()
      if (me === null) return null
      const own = { ...readAgentSettings(store.cache), ...readKeptSettings(store.own, me) }
      const { settings } = readSettingDefaults(store.cache)
      return settingStates(own, settings, readCompanyTheme(store.cache)?.use)
    },
  },
  'company-theme.get': {
    topics: () => ['settings', 'account'],
    read: ({ store, agentId }) =>
      agentId() === null ? null : (readCompanyTheme(store.cache) ?? NO_COMPANY_THEME),
  },
  'theme-picture.get': {
    topics: () => ['theme-pictures', 'account'],
    read: ({ store, agentId }, { fileId }) => ({
      file: agentId() === null ? null : readThemePicture(store.cache, fileId),
    }),
  },
  'setting-defaults.get': {
    topics: () => ['settings'],
    read: ({ store }) => readSettingDefaults(store.cache),
  },
} satisfies {
  'setting.get': QueryDefinition<'setting.get'>
  'forms.kept': QueryDefinition<'forms.kept'>
  'agent-settings.mine': QueryDefinition<'agent-settings.mine'>
  'company-theme.get': QueryDefinition<'company-theme.get'>
  'theme-picture.get': QueryDefinition<'theme-picture.get'>
  'setting-defaults.get': QueryDefinition<'setting-defaults.get'>
}
