import { useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, useLayoutEffect, useRef, type ReactNode } from 'react'

import { useSizes } from './sizes.ts'

/** What the element of a row must carry. */
export interface OverlayRowProps {
  readonly role: 'row'
  readonly 'aria-rowindex': number
  readonly style: { readonly transform: string }
}

export interface OverlayTableProps<Row> {
  readonly label: string
  /** Says how wide the columns are. */
  readonly className: string
  /** Their headings. */
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** In pixels at a text size of 100 %. */
  readonly rowHeight: number
  readonly children: (row: Row, props: OverlayRowProps) => ReactNode
}

/** A table in an overlay panel: its head stands still, and only the rows in sight are in the page. */
export const OverlayTable = <Row,>(props: OverlayTableProps<Row>) => {
  'use no memo' // the virtualizer is one mutable object; React Compiler leaves such components alone, this says so
  const { label, className, columns, rows, keyOf, rowHeight, children } = props
  const { scale } = useSizes()
  const box = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- 'use no memo' above
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : keyOf(row)
    },
    estimateSize: () => rowHeight * scale,
    overscan: 6,
  })
  // The size of a row that is known is asked for no more.
  useLayoutEffect(() => {
    virtual.measure()
  }, [virtual, scale])
  return (
    <div
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      className={`fy-overlay-table ${className}`}
    >
      <div role="rowgroup">
        <div role="row" className="fy-overlay-head" aria-rowindex={1}>
          {columns.map((column) => (
            <span key={column} role="columnheader" className="fy-cut">
              {column}
            </span>
          ))}
        </div>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- where no row takes the focus, keys must still scroll it */}
      <div ref={box} role="rowgroup" className="fy-overlay-scroll fy-ring-inside" tabIndex={0}>
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index]
            return row === undefined ? null : (
              <Fragment key={key}>
                {children(row, {
                  role: 'row',
                  'aria-rowindex': index + 2,
                  style: { transform: `translateY(${start}px)` },
                })}
              </Fragment>
            )
          })}
        </div>
      </div>
    </div>
  )
}
