import { RefreshCw, Users, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationId, PoolEntry, SessionId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { Button, EmptyState, ErrorLine, IconButton, Segments, Skeleton } from '../../ui/index.ts'
import { DismissDialog } from './DismissDialog.tsx'
import { heldPool } from './held.ts'
import { PoolPreview } from './PoolPreview.tsx'
import { POOL_ROW_HEIGHT, PoolTable } from './PoolTable.tsx'
import { useAccept } from './useAccept.ts'

import './pool.css'

export interface PoolPanelProps {
  readonly onOpen: (id: ConversationId) => void
  readonly onClose: () => void
}

const PREVIEW_AFTER_MS = 350

/** The customers nobody has yet. */
export const PoolPanel = ({ onOpen, onClose }: PoolPanelProps) => {
  const { t } = useTranslation('pool')
  const run = useRun()
  const [filter, setFilter] = useState<'all' | 'mine'>('all')
  const [sort, setSort] = useState<'longest' | 'newest'>('longest')
  const [held, setHeld] = useState<readonly PoolEntry[] | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<SessionId>>(new Set())
  const organization = useQuery('organization.get', {})
  const status = useQuery('connection.status', {})
  const mine = useQuery('presence.mine', {})
  const latest = useQuery('pool.list', { filter, sort }, { keep: true })
  const { busy, report, accept, dismiss } = useAccept()
  const [removing, setRemoving] = useState<readonly PoolEntry[] | null>(null)
  const [preview, setPreview] = usePreview()
  const panel = useRef<HTMLElement>(null)

  useEffect(() => {
    panel.current?.focus()
  }, [])

  const { entries, gone, fresh } = heldPool(latest ?? [], held)
  const chosen = entries.filter(({ sessionId }) => ticked.has(sessionId) && !gone.has(sessionId))
  const show = (next: () => void): void => {
    setHeld(null)
    next()
  }

  const take = async (list: readonly PoolEntry[]): Promise<void> => {
    const won = await accept(list)
    setTicked(new Set())
    const [first] = won
    if (first) onOpen(first.conversationId)
    if (won.length === list.length && won.length > 0) onClose()
  }

  const rank = (
    <>
      <Segments
        label={t('filter.label')}
        value={filter}
        options={[
          ['all', t('filter.all')],
          ['mine', t('filter.mine')],
        ]}
        onChange={(next) => {
          show(() => {
            setFilter(next)
          })
        }}
      />
      <Segments
        label={t('sort.label')}
        value={sort}
        options={[
          ['longest', t('sort.longest')],
          ['newest', t('sort.newest')],
        ]}
        onChange={(next) => {
          show(() => {
            setSort(next)
          })
        }}
      />
    </>
  )

  return (
    <section ref={panel} className="fy-pool" aria-label={t('title')} data-area="pool" tabIndex={-1}>
      <header className="fy-pool-bar">
        <h2>{t('title')}</h2>
        {rank}
        <span className="fy-grow" />
        <span className="fy-secondary fy-digits">
          {t('total', { count: entries.length, ticked: chosen.length })}
          {mine && mine.capacity > 0
            ? ` · ${t('capacity', { load: mine.load, capacity: mine.capacity })}`
            : ''}
        </span>
        <Button
          kind="quiet"
          disabled={chosen.length === 0 || busy}
          onClick={() => {
            setRemoving(chosen)
          }}
        >
          {t('remove.button')}
        </Button>
        <Button
          kind="primary"
          disabled={chosen.length === 0 || busy}
          onClick={() => {
            void take(chosen)
          }}
        >
          {t('accept', { count: chosen.length })}
        </Button>
        <IconButton
          label={t('refresh')}
          onClick={() => {
            setHeld(null)
            void run('connection.retry', {})
          }}
        >
          <RefreshCw />
        </IconButton>
        <IconButton label={t('close')} shortcut="Esc" onClick={onClose}>
          <X />
        </IconButton>
      </header>
      {report ? (
        <div className="fy-pool-report">
          <ErrorLine text={report}>
            <Button kind="quiet" onClick={dismiss}>
              {t('dismiss')}
            </Button>
          </ErrorLine>
        </div>
      ) : null}
      {status?.state === 'offline' ? (
        <div className="fy-pool-report">
          <ErrorLine text={t('offline')}>
            <Button
              onClick={() => {
                void run('connection.retry', {})
              }}
            >
              {t('retry')}
            </Button>
          </ErrorLine>
        </div>
      ) : null}
      {/* The pointer over the rows holds them; leaving lets them go unless some are ticked. */}
      <div
        className="fy-pool-body"
        onPointerEnter={() => {
          setHeld((before) => before ?? entries)
        }}
        onPointerLeave={() => {
          if (ticked.size === 0) setHeld(null)
        }}
      >
        {latest === undefined ? (
          <Skeleton rows={5} rowHeight={POOL_ROW_HEIGHT} avatar />
        ) : entries.length === 0 ? (
          <EmptyState icon={Users} title={t(`empty.${filter}`)} hint={t('empty.hint')} />
        ) : (
          <PoolTable
            entries={entries}
            gone={gone}
            ticked={ticked}
            organization={organization}
            onTick={(id) => {
              setHeld((before) => before ?? entries)
              setTicked((before) => toggled(before, id))
            }}
            onAccept={(id) => {
              const entry = entries.find(({ sessionId }) => sessionId === id)
              if (entry && !gone.has(id)) void take([entry])
            }}
            onPreview={setPreview}
          />
        )}
        {fresh > 0 ? (
          <button
            type="button"
            className="fy-list-changed"
            onClick={() => {
              setHeld(latest ?? null)
            }}
          >
            {t('fresh', { count: fresh })}
          </button>
        ) : null}
      </div>
      {removing ? (
        <DismissDialog
          entries={removing}
          onDone={() => {
            setRemoving(null)
            setTicked(new Set())
            setHeld(null)
          }}
          onClose={() => {
            setRemoving(null)
          }}
        />
      ) : null}
      {preview ? <PoolPreview sessionId={preview.entry.sessionId} at={preview.at} /> : null}
    </section>
  )
}

const toggled = <T,>(set: ReadonlySet<T>, one: T): ReadonlySet<T> => {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}

interface Preview {
  readonly entry: PoolEntry
  readonly at: DOMRect
}

/** A preview shows itself when the pointer rests, and goes at once. */
const usePreview = (): readonly [Preview | null, (entry: PoolEntry | null, at: DOMRect | null) => void] => {
  const [preview, setPreview] = useState<Preview | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )
  return [
    preview,
    (entry, at) => {
      clearTimeout(timer.current)
      if (!entry || !at) setPreview(null)
      else if (preview?.entry.sessionId !== entry.sessionId) {
        setPreview(null)
        timer.current = setTimeout(() => {
          setPreview({ entry, at })
        }, PREVIEW_AFTER_MS)
      }
    },
  ]
}
