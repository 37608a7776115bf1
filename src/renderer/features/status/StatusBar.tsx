import { Send } from 'lucide-react'
import type { ReactNode } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Popover } from '../../ui/index.ts'
import { runAction, useKeyLabel } from '../actions/index.ts'
import { AlertHint } from '../alerts/index.ts'
import { RatingsToday } from '../ratings/index.ts'
import { ConnectionState } from './ConnectionState.tsx'
import { OutboxList } from './OutboxList.tsx'
import { QueuedList } from './QueuedList.tsx'

import './status.css'

export interface StatusBarProps {
  /** What opens the panels: who waits, contacts, visitors where there are any. */
  readonly panels: ReactNode
  readonly onConversation: (id: ConversationId) => void
}

/** Waiting customers, the connection in words, what is not sent yet. */
export const StatusBar = ({ panels, onConversation }: StatusBarProps) => {
  const { t } = useTranslation('status')
  const cheatKey = useKeyLabel('cheatSheet')
  const outbox = useQuery('outbox.list', {}) ?? []
  const queued = useQuery('queued.list', {}) ?? []
  const waiting = outbox.length + queued.length
  const failed = [...outbox, ...queued].filter(({ state }) => state === 'failed').length
  return (
    <footer className="fy-status" data-area="status" aria-label={t('region')} tabIndex={-1}>
      {panels}
      <RatingsToday onConversation={onConversation} />
      <span className="fy-grow" />
      <Popover
        label={t('outboxTitle')}
        side="above"
        align="end"
        trigger={(trigger) => (
          <button
            type="button"
            className="fy-status-item"
            data-failed={failed > 0 || undefined}
            disabled={waiting === 0}
            {...trigger}
          >
            <Send aria-hidden="true" />
            {t('outbox')}
            <b className="fy-digits">{waiting}</b>
            {failed > 0 ? <span>{t('failed', { count: failed })}</span> : null}
          </button>
        )}
      >
        {(close) => {
          const open = (id: ConversationId): void => {
            close()
            onConversation(id)
          }
          return (
            <ul className="fy-outbox" aria-label={t('outboxTitle')}>
              <OutboxList items={outbox} onConversation={open} />
              <QueuedList rows={queued} onConversation={open} />
            </ul>
          )
        }}
      </Popover>
      <AlertHint />
      <ConnectionState />
      <button
        type="button"
        className="fy-status-item"
        aria-label={t('keys')}
        title={t('keys')}
        onClick={() => {
          runAction('cheatSheet')
        }}
      >
        <kbd className="fy-key">{cheatKey}</kbd>
      </button>
    </footer>
  )
}
