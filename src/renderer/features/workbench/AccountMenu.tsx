import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Presence } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { Avatar, Menu, Popover, type MenuSection } from '../../ui/index.ts'
import { openAccountCenter, pagesFor } from '../accountCenter/index.ts'
import { BlockListDialog } from '../blockEntries/index.ts'
import { useLook } from '../settings/index.ts'
import { PreferencesDialog } from './PreferencesDialog.tsx'
import { SignOutDialog } from './SignOutDialog.tsx'
import { showCheatSheet } from './store.ts'

const THEMES = ['light', 'dark', 'system'] as const
const LANGUAGES = ['zh-CN', 'en'] as const

/** Theme, language, other accounts and the way out. */
export const AccountMenu = ({ presence }: { readonly presence: Presence }) => {
  const { t } = useTranslation('workbench')
  const run = useRun()
  const account = useQuery('account.current', {})
  const { theme, language, choose } = useLook()
  const [leaving, setLeaving] = useState(false)
  const [preferring, setPreferring] = useState(false)
  const [showingBlocked, setShowingBlocked] = useState(false)
  const current = account?.account
  const others = (account?.remembered ?? []).filter(({ agentId }) => agentId !== current?.agentId)
  const name = current?.agentName ?? ''

  const sections: readonly MenuSection[] = [
    {
      key: 'theme',
      title: t('theme.title'),
      items: THEMES.map((one) => ({ key: `theme:${one}`, label: t(`theme.${one}`), checked: one === theme })),
    },
    {
      key: 'language',
      title: t('language.title'),
      // Each language names itself.
      items: LANGUAGES.map((one) => ({
        key: `language:${one}`,
        label: <span lang={one}>{t(`language.${one}`)}</span>,
        checked: one === language,
      })),
    },
    {
      key: 'accounts',
      items: others.map(({ agentId, agentName, organizationName }) => ({
        key: `account:${agentId}`,
        label: t('switchTo', { name: agentName, organization: organizationName }),
      })),
    },
    {
      key: 'rest',
      items: [
        ...(pagesFor(account?.me).length > 0 ? [{ key: 'center', label: t('accountCenter') }] : []),
        { key: 'preferences', label: t('preferences.open') },
        { key: 'blocked', label: t('blocked') },
        { key: 'keys', label: t('keys') },
        { key: 'sign-out', label: t('signOut'), danger: true },
      ],
    },
  ]

  const onChoose = (key: string): void => {
    const chosenTheme = THEMES.find((one) => key === `theme:${one}`)
    const chosenLanguage = LANGUAGES.find((one) => key === `language:${one}`)
    const chosenAccount = others.find(({ agentId }) => key === `account:${agentId}`)
    if (chosenTheme) choose({ theme: chosenTheme })
    else if (chosenLanguage) choose({ language: chosenLanguage })
    else if (chosenAccount) void run('account.switch', { agentId: chosenAccount.agentId })
    else if (key === 'center') openAccountCenter()
    else if (key === 'preferences') setPreferring(true)
    else if (key === 'blocked') setShowingBlocked(true)
    else if (key === 'keys') showCheatSheet(true)
    else if (key === 'sign-out') setLeaving(true)
  }

  return (
    <>
      <Popover
        label={t('account', { name })}
        role="menu"
        align="end"
        trigger={(trigger) => (
          <button type="button" className="fy-top-button" aria-label={t('account', { name })} {...trigger}>
            <Avatar id={current?.agentId ?? ''} name={name} size={28} presence={presence} />
          </button>
        )}
      >
        {(close) => (
          <Menu
            sections={sections}
            onChoose={(key) => {
              close()
              onChoose(key)
            }}
          />
        )}
      </Popover>
      {preferring ? (
        <PreferencesDialog
          onClose={() => {
            setPreferring(false)
          }}
        />
      ) : null}
      {showingBlocked ? (
        <BlockListDialog
          onClose={() => {
            setShowingBlocked(false)
          }}
        />
      ) : null}
      {leaving ? (
        <SignOutDialog
          onClose={() => {
            setLeaving(false)
          }}
        />
      ) : null}
    </>
  )
}
