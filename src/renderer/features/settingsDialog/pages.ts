import type { ComponentType } from 'react'

import {
  AGENT_SETTING_NAMES,
  settingDeclaration,
  type AgentSettingName,
} from '../../../protocol/model/index.ts'
import type { resources } from '../../i18n/index.ts'
import { ListSettings } from '../conversations/index.ts'
import { DevicePage } from '../device/index.ts'
import { HotKeysPage } from '../hotKeys/index.ts'
import { NetworkForm } from '../network/index.ts'
import { ProfilePage, SecurityPage } from '../ownAccount/index.ts'
import { RightMenuSettings } from '../rightMenu/index.ts'
import { SoundRows } from '../sounds/index.ts'
import { StoragePage } from '../storage/index.ts'

type PageKey = keyof (typeof resources)['zh-CN']['settings']['pages']

export interface SettingsPage {
  /** The key of its name. */
  readonly key: PageKey
  readonly section: 'personal' | 'basic' | 'workbench'
  /** Instead of the rows that follow from the registry. */
  readonly Rows?: ComponentType
  /** Below the rows. */
  readonly Page?: ComponentType
}

/** Every page, in the order of the tree (R-03-180). */
export const SETTINGS_PAGES: readonly SettingsPage[] = [
  { key: 'profile', section: 'personal', Page: ProfilePage },
  { key: 'security', section: 'personal', Page: SecurityPage },
  { key: 'looks', section: 'basic' },
  { key: 'status', section: 'basic' },
  { key: 'conversation', section: 'basic' },
  { key: 'reminders', section: 'basic' },
  { key: 'sounds', section: 'basic', Rows: SoundRows },
  { key: 'keys', section: 'basic', Page: HotKeysPage },
  { key: 'device', section: 'basic', Page: DevicePage },
  { key: 'storage', section: 'basic', Page: StoragePage },
  { key: 'network', section: 'basic', Page: NetworkForm },
  { key: 'list', section: 'workbench', Page: ListSettings },
  { key: 'panel', section: 'workbench', Page: RightMenuSettings },
]

/** The settings of the registry that stand on a page. */
export const settingsOn = (page: string): readonly AgentSettingName[] =>
  AGENT_SETTING_NAMES.filter((name) => settingDeclaration(name).page === page)
