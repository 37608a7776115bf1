import { BellOff, ChevronDown, Headset } from 'lucide-react'
import { useRef } from 'react'

import type { Presence } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, clockTime, ErrorLine, Floating, Menu, Popover, useLanguage } from '../../ui/index.ts'
import { useAction, useKeyLabel } from '../actions/index.ts'
import { SearchBox, type SearchBoxProps } from '../search/index.ts'
import { useThemePicture } from '../settings/index.ts'
import { QUIET_TIMES, useQuiet } from '../sounds/index.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { useReception, type Reception } from './useReception.ts'

export interface TopBarProps {
  readonly onConversation: SearchBoxProps['onConversation']
  readonly onRecord: SearchBoxProps['onRecord']
  readonly onQuickReply: SearchBoxProps['onQuickReply']
}

const CHOICES: readonly Exclude<Presence, 'offline'>[] = ['online', 'busy', 'suspended', 'invisible']

export const TopBar = ({ onConversation, onRecord, onQuickReply }: TopBarProps) => {
  const organization = useQuery('organization.get', {})
  const reception = useReception()
  return (
    <header className="fy-top" data-area="top" tabIndex={-1}>
      <div className="fy-top-left">
        <TopMark />
        <h1 className="fy-cut">{organization?.organization.name ?? ''}</h1>
      </div>
      <SearchBox onConversation={onConversation} onRecord={onRecord} onQuickReply={onQuickReply} />
      <div className="fy-top-right">
        {reception.failure ? <ErrorLine text={reception.failure} /> : null}
        {reception.allowed ? <ReceptionSwitch reception={reception} /> : null}
        <PresenceMenu reception={reception} />
        <AccountMenu presence={reception.presence} />
      </div>
    </header>
  )
}

/** The company's logo where its theme has one, the product's mark otherwise. */
const TopMark = () => {
  const { wanted, url } = useThemePicture('logo')
  if (!wanted) return <Headset className="fy-top-mark" aria-hidden="true" />
  return url ? <img className="fy-top-logo" src={url} alt="" /> : <span className="fy-top-mark" />
}

const ReceptionSwitch = ({ reception }: { readonly reception: Reception }) => {
  const { t } = useTranslation('workbench')
  const { on, asking, busy, toggle, confirm, dismiss } = reception
  const button = useRef<HTMLButtonElement>(null)
  const key = useKeyLabel('reception')
  return (
    <>
      <button
        ref={button}
        type="button"
        role="switch"
        className="fy-switch"
        aria-checked={on}
        aria-busy={busy}
        data-tip={t('reception.label')}
        data-tip-key={key}
        onClick={toggle}
      >
        <span className="fy-switch-knob" aria-hidden="true" />
        {on ? t('reception.on') : t('reception.off')}
      </button>
      {asking ? (
        <Floating
          anchor={button}
          role="alertdialog"
          label={t('reception.askTitle')}
          side="below"
          align="end"
          className="fy-ask"
          onClose={dismiss}
        >
          <p>{t('reception.ask')}</p>
          <div>
            <Button kind="primary" onClick={confirm}>
              {t('reception.turnOff')}
            </Button>
            <Button kind="quiet" onClick={dismiss}>
              {t('cancel')}
            </Button>
          </div>
        </Floating>
      ) : null}
    </>
  )
}

const PresenceMenu = ({ reception: { presence, setPresence } }: { readonly reception: Reception }) => {
  const { t } = useTranslation('workbench')
  const key = useKeyLabel('presence')
  const quiet = useQuiet()
  const language = useLanguage()
  useAction('presence', () => document.querySelector<HTMLElement>('[data-presence-menu]')?.click())
  return (
    <Popover
      label={t('presence.label')}
      role="menu"
      align="end"
      trigger={(trigger) => (
        <button
          type="button"
          className="fy-top-button"
          data-presence-menu
          data-tip={t('presence.label')}
          data-tip-key={key}
          {...trigger}
        >
          <span className="fy-presence-dot" data-presence={presence} aria-hidden="true" />
          {t(`presence.${presence}`)}
          {quiet.until === null ? null : (
            <BellOff role="img" aria-label={t('quiet.until', { time: clockTime(quiet.until, language) })} />
          )}
          <ChevronDown aria-hidden="true" />
        </button>
      )}
    >
      {(close) => (
        <Menu
          sections={[
            {
              key: 'presence',
              items: CHOICES.map((choice) => ({
                key: choice,
                checked: choice === presence,
                label: (
                  <>
                    <span className="fy-presence-dot" data-presence={choice} aria-hidden="true" />
                    {t(`presence.${choice}`)}
                  </>
                ),
              })),
            },
            {
              key: 'quiet',
              title: t('quiet.title'),
              items: [
                ...QUIET_TIMES.map((time) => ({ key: `quiet:${time}`, label: t(`quiet.times.${time}`) })),
                ...(quiet.until === null ? [] : [{ key: 'quiet:end', label: t('quiet.end') }]),
              ],
            },
          ]}
          onChoose={(key) => {
            close()
            const choice = CHOICES.find((one) => one === key)
            if (choice) setPresence(choice)
            const time = QUIET_TIMES.find((one) => key === `quiet:${one}`)
            if (time || key === 'quiet:end') quiet.choose(time ?? null)
          }}
        />
      )}
    </Popover>
  )
}
