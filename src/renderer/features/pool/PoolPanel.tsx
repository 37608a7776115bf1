import { Users } from 'lucide-react'
import { useState } from 'react'

import type { PoolPage } from '../../../client/api.ts'
import type { ConversationId, PoolEntry, SessionId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, EmptyState, Segments, OverlayPanel, OverlayReport, Skeleton } from '../../ui/index.ts'
import { AssignDialog } from './AssignDialog.tsx'
import { DismissDialog } from './DismissDialog.tsx'
import { filterCount, NO_FILTER } from './filters.ts'
import { heldPool } from './held.ts'
import { PoolActions } from './PoolActions.tsx'
import { PoolFilters } from './PoolFilters.tsx'
import { PoolPreview } from './PoolPreview.tsx'
import { POOL_ROW_HEIGHT, PoolTable } from './PoolTable.tsx'
import { useAccept } from './useAccept.ts'
import { useAssigning } from './useAssigning.ts'
import { useDismissal, useLeavingSessions } from './useDismissal.ts'
import { usePreview } from './usePreview.ts'
import { useRefresh } from './useRefresh.ts'

import './pool.css'

export interface PoolPanelProps {
  readonly onOpen: (id: ConversationId) => void
  readonly onClose: () => void
}

const NOBODY: PoolPage = { entries: [], total: 0 }
/** So many are looked at without scrolling far; each end that is reached doubles them. */
const FIRST_ROWS = 200

/** The customers nobody has yet. */
export const PoolPanel = ({ onOpen, onClose }: PoolPanelProps) => {
  const { t } = useTranslation('pool')
  const [filter, setFilter] = useState<'all' | 'mine'>('all')
  const [sort, setSort] = useState<'longest' | 'newest'>('longest')
  const [held, setHeld] = useState<PoolPage | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<SessionId>>(new Set())
  const organization = useQuery('organization.get', {})
  const { busy: refreshing, failed, loading, refresh } = useRefresh()
  const mine = useQuery('presence.mine', {})
  const me = useQuery('account.current', {})?.me
  const [narrowed, setNarrowed] = useState(NO_FILTER)
  const [limit, setLimit] = useState(FIRST_ROWS)
  const page = useQuery('pool.list', { filter, sort, narrowed, limit }, { keep: true })
  const leaving = useLeavingSessions()
  const dismissAll = useDismissal()
  const latest = page && without(page, leaving)
  const { busy, report, accept, dismiss } = useAccept()
  const [removing, setRemoving] = useState<readonly PoolEntry[] | null>(null)
  const [gone, setGone] = useState(0)
  const [preview, setPreview] = usePreview()

  const { entries, gone: taken, fresh } = heldPool(latest ?? NOBODY, held, sort)
  const shown = { entries, total: (latest?.total ?? 0) + taken.size }
  // What came to the end is on the screen, too.
  if (held && entries.length > held.entries.length) setHeld(shown)
  const chosen = entries.filter(({ sessionId }) => ticked.has(sessionId) && !taken.has(sessionId))
  const assigning = useAssigning(entries, latest !== undefined && !loading)
  const show = (next: () => void): void => {
    setHeld(null)
    setLimit(FIRST_ROWS)
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
      <PoolFilters
        filter={narrowed}
        organization={organization}
        onFilter={(next) => {
          show(() => {
            setNarrowed(next)
          })
        }}
      />
    </>
  )

  return (
    <>
      <OverlayPanel
        title={t('title')}
        area="pool"
        width={1120}
        height={420}
        bar={rank}
        figures={`${t('total', { count: shown.total, ticked: chosen.length })}${
          mine && mine.capacity > 0 ? ` · ${t('capacity', { load: mine.load, capacity: mine.capacity })}` : ''
        }`}
        actions={
          <PoolActions
            count={chosen.length}
            busy={busy}
            refreshing={refreshing}
            onAssign={
              me?.permissions.includes('customer.config')
                ? () => {
                    assigning.open(chosen)
                  }
                : null
            }
            onRemove={() => {
              setRemoving(chosen)
            }}
            onAccept={() => {
              void take(chosen)
            }}
            onRefresh={() => {
              setHeld(null)
              refresh()
            }}
          />
        }
        reports={
          <>
            {report ? (
              <OverlayReport text={report}>
                <Button kind="quiet" onClick={dismiss}>
                  {t('dismiss')}
                </Button>
              </OverlayReport>
            ) : null}
            {gone > 0 ? (
              <OverlayReport text={t('assign.gone', { count: gone })}>
                <Button
                  kind="quiet"
                  onClick={() => {
                    setGone(0)
                  }}
                >
                  {t('dismiss')}
                </Button>
              </OverlayReport>
            ) : null}
            {failed ? (
              <OverlayReport text={t('offline')}>
                <Button disabled={refreshing} onClick={refresh}>
                  {t('retry')}
                </Button>
              </OverlayReport>
            ) : null}
          </>
        }
        // The pointer over the rows holds them; leaving lets them go unless some are ticked.
        onPointerEnter={() => {
          setHeld((before) => before ?? shown)
        }}
        onPointerLeave={() => {
          if (ticked.size === 0) setHeld(null)
        }}
        onClose={onClose}
      >
        {latest === undefined || (latest.entries.length === 0 && loading) ? (
          <Skeleton rows={5} rowHeight={POOL_ROW_HEIGHT} avatar />
        ) : entries.length === 0 && filterCount(narrowed) > 0 ? (
          <EmptyState icon={Users} title={t('narrow.none')}>
            <Button
              onClick={() => {
                setNarrowed(NO_FILTER)
              }}
            >
              {t('narrow.clear')}
            </Button>
          </EmptyState>
        ) : entries.length === 0 && failed ? null : entries.length === 0 ? (
          <EmptyState icon={Users} title={t(`empty.${filter}`)} hint={t('empty.hint')} />
        ) : (
          <PoolTable
            entries={entries}
            total={shown.total}
            gone={taken}
            ticked={ticked}
            organization={organization}
            onMore={() => {
              setLimit((before) => Math.max(before, entries.length * 2))
            }}
            onTick={(id) => {
              setHeld((before) => before ?? shown)
              setTicked((before) => toggled(before, id))
            }}
            onAccept={(id) => {
              const entry = entries.find(({ sessionId }) => sessionId === id)
              if (entry && !taken.has(id)) void take([entry])
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
      </OverlayPanel>
      {removing ? (
        <DismissDialog
          count={removing.length}
          onConfirm={() => {
            dismissAll(removing)
            setRemoving(null)
            setTicked(new Set())
            setHeld(null)
          }}
          onClose={() => {
            setRemoving(null)
          }}
        />
      ) : null}
      {assigning.entries.length > 0 ? (
        <AssignDialog
          about={assigning.about}
          entries={assigning.entries}
          onDone={(count) => {
            assigning.open(null)
            setGone(count)
            setTicked(new Set())
            setHeld(null)
          }}
          onClose={() => {
            assigning.open(null)
          }}
        />
      ) : null}
      {preview ? (
        <PoolPreview
          sessionId={preview.entry.sessionId}
          leftMessage={preview.entry.leftMessage}
          at={preview.at}
        />
      ) : null}
    </>
  )
}

const without = ({ entries, total }: PoolPage, leaving: ReadonlySet<SessionId>): PoolPage => {
  if (leaving.size === 0) return { entries, total }
  const left = entries.filter(({ sessionId }) => !leaving.has(sessionId))
  return { entries: left, total: total - (entries.length - left.length) }
}

const toggled = <T,>(set: ReadonlySet<T>, one: T): ReadonlySet<T> => {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}
