import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId, QuickReply } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine } from '../../ui/index.ts'
import { openAccountCenter, pagesFor } from '../accountCenter/index.ts'
import { runAction, useKeyLabels, usePossibleActions, type KeyedName } from '../actions/index.ts'
import { filterBy } from '../conversations/index.ts'
import { searchFor } from '../search/index.ts'
import { openSettings, useAgentSetting } from '../settings/index.ts'
import { useFindables } from '../settingsDialog/index.ts'
import type { PaletteEntry } from './entries.ts'

export interface PaletteDoors {
  readonly onOpen: (id: ConversationId) => void
  /** Null: nothing is open to put it into. */
  readonly onQuickReply: ((reply: QuickReply) => void) | null
}

/** The contacts of a long address book that are looked at more closely. */
const CONTACTS = 10
const NO_ROWS: readonly ConversationRow[] = []

/** Everything that can be reached from here now; what was typed only brings contacts from outside the own list. */
export const useEntries = (
  typed: string,
  { onOpen, onQuickReply }: PaletteDoors,
): readonly PaletteEntry[] => {
  const nameOf = useCustomerName()
  const rows = useQuery('conversations.list', { filter: 'all' }) ?? NO_ROWS
  const replies = useQuery('quick-replies.list', {}) ?? []
  const found = useQuery('search.local', { text: typed.trim(), limit: CONTACTS }, { keep: true })
  const listed = new Set(rows.map(({ customerId }) => customerId))
  return [
    ...useActionEntries(),
    ...useFilterEntries(),
    ...rows.map((row): PaletteEntry => ({
      kind: 'conversation',
      key: `conversation:${row.id}`,
      text: nameOf(row.customerName, row.customerNumber, row.unnamedMembers),
      more: row.publicName ?? '',
      shortcut: '',
      run: () => {
        onOpen(row.id)
      },
    })),
    ...(found?.customers ?? []).flatMap((customer): PaletteEntry[] => {
      const conversationId = found?.conversationByCustomer[customer.id]
      const remark = found?.remarkByCustomer[customer.id]
      if (conversationId === undefined || listed.has(customer.id)) return []
      return [
        {
          kind: 'contact',
          key: `conversation:${conversationId}`,
          text: nameOf(remark ?? customer.name, customer.number),
          more: [remark === undefined ? '' : customer.name, customer.company, customer.phone, customer.email]
            .filter(Boolean)
            .join(' · '),
          shortcut: '',
          run: () => {
            onOpen(conversationId)
          },
        },
      ]
    }),
    ...(onQuickReply ? replies : []).map((reply): PaletteEntry => ({
      kind: 'quick-reply',
      key: `quick-reply:${reply.id}`,
      text: reply.title,
      more: plainLine(reply.texts.join(' ')),
      shortcut: '',
      run: () => {
        onQuickReply?.(reply)
      },
    })),
    ...useSettingEntries(),
  ]
}

/** What leads on to the search for a text. */
export const useSearchEntry = (): ((text: string) => readonly PaletteEntry[]) => {
  const { t } = useTranslation('palette')
  return (typed) => {
    const text = typed.trim()
    const run = (): void => {
      searchFor(text)
    }
    return text === ''
      ? []
      : [{ kind: 'search', key: 'search', text: t('searchFor', { text }), more: '', shortcut: '', run }]
  }
}

/** What can be done here and now, with its key. */
const useActionEntries = (): readonly PaletteEntry[] => {
  const { t } = useTranslation('actions')
  const labelOf = useKeyLabels()
  const { value: macros } = useAgentSetting('macros')
  const entry = (name: KeyedName, text: string, more: string): PaletteEntry => ({
    kind: 'action',
    key: `action:${name}`,
    text,
    more,
    shortcut: labelOf(name),
    run: () => {
      runAction(name)
    },
  })
  return [
    ...usePossibleActions().map((name) => entry(name, t(`names.${name}`), '')),
    ...macros.map(({ id, name }) => entry(`macro:${id}`, name, t('macros.title'))),
  ]
}

/** The agent's filters of the list, called by their names (R-03-048). */
const useFilterEntries = (): readonly PaletteEntry[] => {
  const { t } = useTranslation('palette')
  const { value: filters } = useAgentSetting('listFilters')
  return filters.map(({ name, filter }) => ({
    kind: 'action',
    key: `filter:${name}`,
    text: name,
    more: t('filter'),
    shortcut: '',
    run: () => {
      filterBy(filter)
    },
  }))
}

/** Pages and settings of the agent, and pages of the account center for whoever has it. */
const useSettingEntries = (): readonly PaletteEntry[] => {
  const { t } = useTranslation('palette')
  const { t: center } = useTranslation('accountCenter')
  const me = useQuery('account.current', {})?.me
  const own = useFindables().map(({ page, label, name }): PaletteEntry => ({
    kind: 'setting',
    key: `setting:${page}:${label}`,
    text: name,
    more: '',
    shortcut: '',
    run: () => {
      openSettings(page)
    },
  }))
  const company = pagesFor(me).map(({ path }): PaletteEntry => ({
    kind: 'setting',
    key: `center:${path}`,
    text: center(`names.${path}`),
    more: t('accountCenter'),
    shortcut: '',
    run: () => {
      openAccountCenter(path)
    },
  }))
  return [...own, ...company]
}
