import { useState } from 'react'

import type { RememberedAccount } from '../../../client/api.ts'
import type { Presence } from '../../../protocol/model/index.ts'
import { useAsk, useQuery, useRun } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, Menu, Popover, type MenuSection } from '../../ui/index.ts'
import { openAccountCenter, pagesFor } from '../accountCenter/index.ts'
import { runAction, useAction } from '../actions/index.ts'
import { BlockListDialog } from '../blockEntries/index.ts'
import { DiagnoseDialog } from '../diagnose/index.ts'
import { openSettings, useLook } from '../settings/index.ts'
import { SettingsDialog } from '../settingsDialog/index.ts'
import { UpdateDialog, useShell } from '../shell/index.ts'
import { AccountLine } from '../signIn/index.ts'
import { AddAccount } from './AddAccount.tsx'
import { SignOutDialog } from './SignOutDialog.tsx'
import { SwitchDialog } from './SwitchDialog.tsx'

const THEMES = ['light', 'dark', 'system'] as const
const LANGUAGES = ['zh-CN', 'en'] as const

/** Theme, language, other accounts and the way out. */
export const AccountMenu = ({ presence }: { readonly presence: Presence }) => {
  const { t } = useTranslation(['workbench', 'shell', 'diagnose', 'common', 'savedMessages', 'records'])
  const run = useRun()
  const query = useAsk()
  const account = useQuery('account.current', {})
  const {
    look: { theme },
    language,
    choose,
  } = useLook()
  const [leaving, setLeaving] = useState(false)
  const [showingBlocked, setShowingBlocked] = useState(false)
  const [showingUpdate, setShowingUpdate] = useState(false)
  const [diagnosing, setDiagnosing] = useState(false)
  const [adding, setAdding] = useState(false)
  const [switchingTo, setSwitchingTo] = useState<RememberedAccount | null>(null)
  const { update } = useShell()
  const current = account?.account
  const others = (account?.remembered ?? []).filter(({ agentId }) => agentId !== current?.agentId)
  const name = current?.agentName ?? ''
  const maySetUp = pagesFor(account?.me).length > 0
  useAction('settings', () => {
    openSettings()
  })
  useAction(
    'accountCenter',
    maySetUp
      ? () => {
          openAccountCenter()
        }
      : null,
  )
  useAction('blocked', () => {
    setShowingBlocked(true)
  })
  useAction('diagnose', () => {
    setDiagnosing(true)
  })

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
      title: t('switching.title'),
      items: [
        ...others.map((other) => ({
          key: `account:${other.agentId}`,
          label: <AccountLine account={other} />,
        })),
        { key: 'add', label: t('switching.add') },
      ],
    },
    {
      key: 'rest',
      items: [
        ...(maySetUp ? [{ key: 'center', label: t('accountCenter') }] : []),
        { key: 'profile', label: t('profile') },
        { key: 'fileAssistant', label: t('common:fileAssistant') },
        { key: 'records', label: t('records:title') },
        { key: 'savedMessages', label: t('savedMessages:title') },
        { key: 'devices', label: t('devices') },
        { key: 'settings', label: t('settings') },
        { key: 'blocked', label: t('blocked') },
        { key: 'keys', label: t('keys') },
        { key: 'diagnose', label: t('diagnose:entry') },
        // A page of the web workbench is as new as its server.
        ...(update
          ? [
              {
                key: 'update',
                label:
                  update.state.kind === 'ready'
                    ? t('shell:update.entryReady', { version: update.state.newest })
                    : t('shell:update.entry'),
              },
            ]
          : []),
        { key: 'sign-out', label: t('signOut'), danger: true },
      ],
    },
  ]

  const switchTo = async (other: RememberedAccount): Promise<void> => {
    const [running, { outbox }] = await Promise.all([
      query('conversations.list', { filter: 'in-session' }),
      query('connection.status', {}),
    ])
    if (running.length + outbox > 0) setSwitchingTo(other)
    else await run('account.switch', { agentId: other.agentId })
  }

  const onChoose = (key: string): void => {
    const chosenTheme = THEMES.find((one) => key === `theme:${one}`)
    const chosenLanguage = LANGUAGES.find((one) => key === `language:${one}`)
    const chosenAccount = others.find(({ agentId }) => key === `account:${agentId}`)
    if (chosenTheme) choose({ theme: chosenTheme })
    else if (chosenLanguage) choose({ language: chosenLanguage })
    else if (chosenAccount) void switchTo(chosenAccount)
    else if (key === 'add') setAdding(true)
    else if (key === 'center') openAccountCenter()
    else if (key === 'profile') openSettings('profile')
    else if (key === 'fileAssistant' || key === 'savedMessages' || key === 'records') runAction(key)
    else if (key === 'devices') openSettings('security')
    else if (key === 'settings') openSettings()
    else if (key === 'blocked') setShowingBlocked(true)
    else if (key === 'keys') runAction('cheatSheet')
    else if (key === 'update') setShowingUpdate(true)
    else if (key === 'diagnose') setDiagnosing(true)
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
      <SettingsDialog />
      {showingBlocked ? (
        <BlockListDialog
          onClose={() => {
            setShowingBlocked(false)
          }}
        />
      ) : null}
      {showingUpdate ? (
        <UpdateDialog
          onClose={() => {
            setShowingUpdate(false)
          }}
        />
      ) : null}
      {diagnosing ? (
        <DiagnoseDialog
          onClose={() => {
            setDiagnosing(false)
          }}
        />
      ) : null}
      {adding ? (
        <AddAccount
          onClose={() => {
            setAdding(false)
          }}
        />
      ) : null}
      {switchingTo ? (
        <SwitchDialog
          to={switchingTo}
          onClose={() => {
            setSwitchingTo(null)
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
