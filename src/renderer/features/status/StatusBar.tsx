import { ListOrdered, Send } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { Popover, serverNow, useNow, WaitingTime } from '../../ui/index.ts'
import { RatingsToday } from '../ratings/index.ts'
import { ConnectionState } from './ConnectionState.tsx'
import { OutboxList } from './OutboxList.tsx'

import './status.css'

export interface StatusBarProps {
  readonly poolOpen: boolean
  readonly poolKey: string
  readonly cheatKey: string
  /** Opens the list of visitors, where there is one. */
  readonly visitors: ReactNode
  readonly onPool: () => void
  readonly onCheatSheet: () => void
  readonly onConversation: (id: ConversationId) => void
}

/** Waiting customers, the connection in words, what is not sent yet. */
export const StatusBar = ({
  poolOpen,
  poolKey,
  cheatKey,
  visitors,
  onPool,
  onCheatSheet,
  onConversation,
}: StatusBarProps) => {
  const { t } = useTranslation('status')
  const pool = useQuery('pool.count', {})
  const organization = useQuery('organization.get', {})?.organization
  const fresh = useFresh(pool?.newestSince, poolOpen)
  // Without a pool nobody waits but those who came before, or left a message.
  const hasPool = organization?.reception.pool !== false || (pool?.waiting ?? 0) > 0
  const outbox = useQuery('outbox.list', {}) ?? []
  const failed = outbox.filter(({ state }) => state === 'failed').length
  return (
    <footer className="fy-status" data-area="status" aria-label={t('region')} tabIndex={-1}>
      {hasPool ? (
        <button
          type="button"
          className="fy-status-item"
          aria-expanded={poolOpen}
          data-fresh={fresh || undefined}
          title={poolKey}
          onClick={onPool}
        >
          <ListOrdered aria-hidden="true" />
          {t('pool')}
          <b className="fy-digits">{pool ? pool.waiting : t('unknown')}</b>
          {pool?.oldestSince ? <OldestWait since={pool.oldestSince} /> : null}
        </button>
      ) : null}
      {visitors}
      <RatingsToday />
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
            disabled={outbox.length === 0}
            {...trigger}
          >
            <Send aria-hidden="true" />
            {t('outbox')}
            <b className="fy-digits">{outbox.length}</b>
            {failed > 0 ? <span>{t('failed', { count: failed })}</span> : null}
          </button>
        )}
      >
        {(close) => (
          <OutboxList
            items={outbox}
            onConversation={(id) => {
              close()
              onConversation(id)
            }}
          />
        )}
      </Popover>
      <ConnectionState />
      <button
        type="button"
        className="fy-status-item"
        aria-label={t('keys')}
        title={t('keys')}
        onClick={onCheatSheet}
      >
        <kbd className="fy-key">{cheatKey}</kbd>
      </button>
    </footer>
  )
}

/** Whether somebody has come to wait whom this agent has not seen in the open pool (R-02-113). */
const useFresh = (newestSince: number | null | undefined, poolOpen: boolean): boolean => {
  const [seen, setSeen] = useState<number | null>(null)
  // Who waited before the window opened is no news.
  if (newestSince !== undefined && (seen === null || (poolOpen && (newestSince ?? 0) > seen))) {
    setSeen(newestSince ?? 0)
  }
  return typeof newestSince === 'number' && seen !== null && newestSince > seen
}

/** From a minute on the longest wait stands beside the counter, from three in the colour of danger (R-03-112). */
const OldestWait = ({ since }: { readonly since: number }) => {
  const waited = useNow(1000) - since
  if (waited < 60_000) return null
  return (
    <span className="fy-status-oldest" data-very={waited >= 180_000 || undefined}>
      <WaitingTime since={Math.min(since, serverNow())} limitMs={60_000} />
    </span>
  )
}
