import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import type { VisitorId, VisitorRow } from '../../../protocol/model/index.ts'
import { useSizes } from '../../ui/index.ts'
import { VisitorRowView } from './VisitorRowView.tsx'

/** At a text size of 100 %. */
export const VISITOR_ROW_HEIGHT = 48

export interface VisitorTableProps {
  readonly rows: readonly VisitorRow[]
  readonly now: number
  /** Something is being asked of the server for this one. */
  readonly busy: VisitorId | null
  /** Null: nobody may be invited. */
  readonly onInvite: ((id: VisitorId) => void) | null
  readonly onStart: ((id: VisitorId) => void) | null
}

const COLUMNS = ['visitor', 'arrived', 'source', 'page', 'pages', 'time', 'place', 'state', 'action'] as const

/** The visitors, newest first; only the rows in sight are in the page. */
export const VisitorTable = ({ rows, now, busy, onInvite, onStart }: VisitorTableProps) => {
  'use no memo' // the virtualizer is one mutable object; React Compiler leaves such components alone, this says so
  const { t } = useTranslation('visitors')
  const { scale } = useSizes()
  const box = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- 'use no memo' above
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => VISITOR_ROW_HEIGHT * scale,
    overscan: 6,
  })
  // The size of a row that is known is asked for no more.
  useLayoutEffect(() => {
    virtual.measure()
  }, [virtual, scale])
  return (
    <div
      role="table"
      aria-label={t('title')}
      aria-rowcount={rows.length + 1}
      className="fy-overlay-table fy-visitors-table"
    >
      <div role="rowgroup">
        <div role="row" className="fy-overlay-head" aria-rowindex={1}>
          {COLUMNS.map((column) => (
            <span key={column} role="columnheader" className="fy-cut">
              {t(`column.${column}`)}
            </span>
          ))}
        </div>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- where nobody can be invited, keys must still scroll it */}
      <div ref={box} className="fy-overlay-scroll fy-ring-inside" tabIndex={0}>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index]
            return row ? (
              <VisitorRowView
                key={key}
                row={row}
                index={index}
                top={start}
                now={now}
                busy={busy === row.id}
                onInvite={onInvite}
                onStart={onStart}
              />
            ) : null
          })}
        </div>
      </div>
    </div>
  )
}
