import { ExternalLink, RotateCw } from 'lucide-react'
import { useEffect, useState } from 'react'

import type { ConversationView } from '../../../client/api.ts'
import type { QuickEntry } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, EmptyState, IconButton, Skeleton } from '../../ui/index.ts'

export interface QuickEntryPanelProps {
  readonly entry: QuickEntry
  readonly view: ConversationView
}

/** A page of the company's own about this customer; its address is asked for when it is looked at, and after a retry. */
export const QuickEntryPanel = ({ entry, view }: QuickEntryPanelProps) => {
  const [tries, setTries] = useState(0)
  const attempt = `${view.session?.id ?? ''} ${entry.address} ${tries}`
  const address = useQuery('quick-entry.address', {
    entryId: entry.id,
    conversationId: view.conversation.id,
    attempt,
  })
  return (
    <EntryFrame
      key={attempt}
      name={entry.name}
      url={address === undefined ? undefined : (address?.url ?? null)}
      onRetry={() => {
        setTries(tries + 1)
      }}
    />
  )
}

interface EntryFrameProps {
  readonly name: string
  /** Undefined: it is being asked for. Null: it cannot be told. */
  readonly url: string | null | undefined
  readonly onRetry: () => void
}

/** A page that has not come by then does not come (R-03-119). */
const PATIENCE_MS = 10_000

const EntryFrame = ({ name, url, onRetry }: EntryFrameProps) => {
  const { t } = useTranslation('rightMenu')
  const [state, setState] = useState<'loading' | 'loaded' | 'late'>('loading')
  useEffect(() => {
    if (state !== 'loading') return undefined
    const timer = setTimeout(() => {
      setState('late')
    }, PATIENCE_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [state])
  const failed = url === null || state === 'late'
  return (
    <div className="fy-quick-entry" aria-busy={!failed && state === 'loading'}>
      <div className="fy-quick-entry-head">
        <span className="fy-secondary fy-cut fy-grow">{url ? new URL(url).host : name}</span>
        <IconButton label={t('entry.reload')} onClick={onRetry}>
          <RotateCw />
        </IconButton>
        {url ? (
          <a
            className="fy-icon-button"
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('entry.inBrowser')}
            data-tip={t('entry.inBrowser')}
          >
            <ExternalLink aria-hidden="true" />
          </a>
        ) : null}
      </div>
      {failed ? (
        <EmptyState title={t('entry.failed')} hint={t('entry.failedHint')}>
          <Button onClick={onRetry}>{t('entry.retry')}</Button>
        </EmptyState>
      ) : (
        <>
          {state === 'loading' ? <Skeleton rows={6} rowHeight={40} /> : null}
          {url ? (
            <iframe
              title={name}
              src={url}
              hidden={state === 'loading'}
              referrerPolicy="no-referrer"
              sandbox={sandboxOf(url)}
              onLoad={() => {
                setState('loaded')
              }}
            />
          ) : null}
        </>
      )}
    </div>
  )
}

/** Its own origin is what its sign-in rests on; a page of our own origin would get out of its frame with that. */
const sandboxOf = (url: string): string =>
  new URL(url).origin === window.location.origin
    ? 'allow-scripts allow-forms'
    : 'allow-scripts allow-forms allow-popups allow-same-origin'
