import { ChevronDown, Headset } from 'lucide-react'
import { useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationId, Presence } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { Button, ErrorLine, Floating, Menu, Popover } from '../../ui/index.ts'
import { SearchBox } from '../search/index.ts'
import { keyLabel } from '../shortcuts/index.ts'
import { AccountMenu } from './AccountMenu.tsx'
import type { Reception } from './useReception.ts'

export interface TopBarProps {
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly reception: Reception
  readonly onConversation: (id: ConversationId, seq: number | null) => void
  readonly onQuickReply: (text: string) => void
}

const CHOICES: readonly Exclude<Presence, 'offline'>[] = ['online', 'busy', 'suspended', 'invisible']

export const TopBar = ({ searchRef, reception, onConversation, onQuickReply }: TopBarProps) => {
  const organization = useQuery('organization.get', {})
  return (
    <header className="fy-top" data-area="top" tabIndex={-1}>
      <div className="fy-top-left">
        <Headset className="fy-top-mark" aria-hidden="true" />
        <h1 className="fy-cut">{organization?.organization.name ?? ''}</h1>
      </div>
      <SearchBox
        ref={searchRef}
        shortcut={keyLabel('search')}
        onConversation={onConversation}
        onQuickReply={onQuickReply}
      />
      <div className="fy-top-right">
        {reception.failure ? <ErrorLine text={reception.failure} /> : null}
        {reception.allowed ? <ReceptionSwitch reception={reception} /> : null}
        <PresenceMenu reception={reception} />
        <AccountMenu presence={reception.presence} />
      </div>
    </header>
  )
}

const ReceptionSwitch = ({ reception }: { readonly reception: Reception }) => {
  const { t } = useTranslation('workbench')
  const { on, asking, busy, toggle, confirm, dismiss } = reception
  const button = useRef<HTMLButtonElement>(null)
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
        data-tip-key={keyLabel('reception')}
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
          data-tip-key={keyLabel('presence')}
          {...trigger}
        >
          <span className="fy-presence-dot" data-presence={presence} aria-hidden="true" />
          {t(`presence.${presence}`)}
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
          ]}
          onChoose={(key) => {
            close()
            const choice = CHOICES.find((one) => one === key)
            if (choice) setPresence(choice)
          }}
        />
      )}
    </Popover>
  )
}
