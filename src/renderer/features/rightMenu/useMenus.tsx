import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import type { ActionName } from '../actions/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { menuOfEntry, type MenuName } from './chosen.ts'
import { ENTRY_ICONS } from './entryIcons.ts'
import { inOrder, isShown } from './layout.ts'
import { MENUS, type RightPanelProps } from './menus.ts'
import { QuickEntryPanel } from './QuickEntryPanel.tsx'

export interface OfferedMenu {
  readonly name: MenuName
  readonly label: string
  readonly action: ActionName | null
  readonly Icon: LucideIcon
  /** In the menu; not what the agent left out. */
  readonly shown: boolean
  readonly panel: (props: RightPanelProps) => ReactNode
}

/** Everything the right side has for this agent, in the agent's order (R-03-116, R-03-181). */
export const useMenus = (): readonly OfferedMenu[] => {
  const { t } = useTranslation('rightMenu')
  const me = useQuery('account.current', {})?.me
  const organization = useQuery('organization.get', {})
  const layout = useAgentSetting('rightMenuLayout').value
  const own = MENUS.filter(({ permission }) => permission === null || me?.permissions.includes(permission))
  const entries = organization?.quickEntries.entries ?? []
  const all = [
    ...own.map(({ name, action, Icon, Panel }) => ({
      name,
      label: t(`names.${name}`),
      action,
      Icon,
      panel: (props: RightPanelProps) => <Panel {...props} />,
    })),
    ...entries.map((entry) => ({
      name: menuOfEntry(entry.id),
      label: entry.name,
      action: null,
      Icon: ENTRY_ICONS[entry.icon],
      panel: ({ view }: RightPanelProps) => <QuickEntryPanel entry={entry} view={view} />,
    })),
  ]
  return inOrder(all, layout).map((one) => ({ ...one, shown: isShown(one.name, layout) }))
}
