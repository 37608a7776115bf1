import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'

import type { OrganizationView } from '../../../client/api.ts'
import type { PoolEntry, SessionId } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { useSizes } from '../../ui/index.ts'
import { PoolRow } from './PoolRow.tsx'

/** At a text size of 100 %. */
export const POOL_ROW_HEIGHT = 44

export interface PoolTableProps {
  readonly entries: readonly PoolEntry[]
  /** How many there are, these and those that have not been asked for. */
  readonly total: number
  /** Entries that somebody took while the table was held. */
  readonly gone: ReadonlySet<SessionId>
  readonly ticked: ReadonlySet<SessionId>
  readonly organization: OrganizationView | null | undefined
  /** The end of the entries comes near. */
  readonly onMore: () => void
  readonly onTick: (id: SessionId) => void
  readonly onAccept: (id: SessionId) => void
  /** The pointer rests on a message, or left it. */
  readonly onPreview: (entry: PoolEntry | null, at: DOMRect | null) => void
}

/** More is asked for when so few are left below. */
const ROWS_AHEAD = 20
const COLUMNS = ['customer', 'message', 'count', 'waiting', 'source', 'owner', 'target'] as const

/** The waiting customers as a grid: arrows move, Space ticks, Enter or a double click accepts. */
export const PoolTable = (props: PoolTableProps) => {
  'use no memo' // the virtualizer is one mutable object; React Compiler leaves such components alone, this says so
  const { entries, total, gone, ticked, organization, onMore, onTick, onAccept, onPreview } = props
  const { t } = useTranslation('pool')
  const { scale } = useSizes()
  const box = useRef<HTMLDivElement>(null)
  const [activeId, setActiveId] = useState<SessionId | null>(null)
  const active = Math.max(
    0,
    entries.findIndex(({ sessionId }) => sessionId === activeId),
  )
  // oxlint-disable-next-line react/incompatible-library -- 'use no memo' above
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    getItemKey: (index) => entries[index]?.sessionId ?? index,
    estimateSize: () => POOL_ROW_HEIGHT * scale,
    overscan: 6,
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      return seen.includes(active) || active >= entries.length
        ? seen
        : [...seen, active].toSorted((a, b) => a - b)
    },
  })

  // The size of a row that is known is asked for no more.
  useLayoutEffect(() => {
    virtual.measure()
  }, [virtual, scale])

  useLayoutEffect(() => {
    // Whoever is in the panel, but at nothing in it, as when it has just been opened, is at its rows.
    const isIn = box.current?.contains(document.activeElement)
    if (!box.current || !(isIn || box.current.closest('section') === document.activeElement)) return
    const row = box.current.querySelector<HTMLElement>(`[data-index="${active}"]`)
    if (row && row !== document.activeElement) row.focus({ preventScroll: true })
  })

  const isNearEnd = (virtual.getVirtualItems().at(-1)?.index ?? 0) + ROWS_AHEAD >= entries.length
  const wantsMore = isNearEnd && entries.length > 0 && entries.length < total
  useEffect(() => {
    if (wantsMore) onMore()
  })

  const entryAt = (target: EventTarget): PoolEntry | undefined => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-session]') : null
    return element ? entries[Number(element.dataset['index'])] : undefined
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const entry = entries[active]
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: entries.length - 1,
    }
    const move = moves[event.key]
    if (move !== undefined) {
      const next = Math.max(0, Math.min(entries.length - 1, move))
      virtual.scrollToIndex(next)
      setActiveId(entries[next]?.sessionId ?? null)
    } else if (entry && event.key === ' ') onTick(entry.sessionId)
    else if (entry && event.key === 'Enter') onAccept(entry.sessionId)
    else return
    event.preventDefault()
  }

  const onPointerOver = (event: PointerEvent<HTMLDivElement>): void => {
    const cell = event.target instanceof Element ? event.target.closest('[data-preview]') : null
    onPreview(cell ? (entryAt(event.target) ?? null) : null, cell?.getBoundingClientRect() ?? null)
  }

  const nameOfAgent = (id: string | null): string =>
    organization?.agents.find((agent) => agent.id === id)?.name ?? t('nobody')
  const nameOfTarget = ({ target }: PoolEntry): string =>
    target.kind === 'agent'
      ? nameOfAgent(target.agentId)
      : (organization?.groups.find(({ id }) => id === target.groupId)?.name ?? t('nobody'))

  return (
    <div
      role="grid"
      aria-label={t('title')}
      aria-rowcount={Math.max(total, entries.length) + 1}
      aria-multiselectable
      className="fy-overlay-table fy-pool-table"
      tabIndex={-1}
      onClick={(event) => {
        const entry = entryAt(event.target)
        if (!entry) return
        setActiveId(entry.sessionId)
        if (!gone.has(entry.sessionId)) onTick(entry.sessionId)
      }}
      onDoubleClick={(event) => {
        const entry = entryAt(event.target)
        if (entry) onAccept(entry.sessionId)
      }}
      onKeyDown={onKeyDown}
      onPointerOver={onPointerOver}
      onPointerLeave={() => {
        onPreview(null, null)
      }}
    >
      <div role="rowgroup">
        <div role="row" className="fy-overlay-head" aria-rowindex={1}>
          <span role="columnheader">
            <span className="fy-hidden">{t('ticked')}</span>
          </span>
          {COLUMNS.map((column) => (
            <span key={column} role="columnheader" className="fy-cut">
              {t(`column.${column}`)}
            </span>
          ))}
        </div>
      </div>
      <div ref={box} className="fy-overlay-scroll" role="presentation">
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const entry = entries[index]
            return entry ? (
              <PoolRow
                key={key}
                entry={entry}
                index={index}
                top={start}
                ticked={ticked.has(entry.sessionId)}
                tabbable={index === active}
                gone={gone.has(entry.sessionId)}
                ownerName={nameOfAgent(entry.ownerId)}
                targetName={nameOfTarget(entry)}
                limitMs={organization?.organization.waitingLimitMs ?? 0}
              />
            ) : null
          })}
        </div>
      </div>
    </div>
  )
}
