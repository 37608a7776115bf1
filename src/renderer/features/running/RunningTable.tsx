import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import type { OrganizationView } from '../../../client/api.ts'
import type { RunningSession } from '../../../protocol/model/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { Avatar, Button, RelativeTime, useSizes, WaitingTime } from '../../ui/index.ts'

/** At a text size of 100 %. */
export const RUNNING_ROW_HEIGHT = 44

export interface RunningTableProps {
  readonly rows: readonly RunningSession[]
  readonly organization: OrganizationView | null | undefined
  /** Null: this agent watches and moves nothing. */
  readonly onMove: ((row: RunningSession) => void) | null
}

const COLUMNS = ['customer', 'channel', 'agent', 'since', 'waiting', 'action'] as const

/** Those whose customer waits longest first; only the rows in sight are in the page. */
export const RunningTable = ({ rows, organization, onMove }: RunningTableProps) => {
  'use no memo' // the virtualizer is one mutable object; React Compiler leaves such components alone, this says so
  const { t } = useTranslation(['running', 'thread'])
  const nameOf = useCustomerName()
  const { scale } = useSizes()
  const box = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- 'use no memo' above
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    getItemKey: (index) => rows[index]?.session.id ?? index,
    estimateSize: () => RUNNING_ROW_HEIGHT * scale,
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
      className="fy-overlay-table fy-running-table"
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
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- where nothing can be moved, keys must still scroll it */}
      <div ref={box} role="rowgroup" className="fy-overlay-scroll fy-ring-inside" tabIndex={0}>
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index]
            if (!row) return null
            const { session, unansweredSince } = row
            const name = nameOf(row.customerName, row.customerNumber)
            return (
              <div
                key={key}
                role="row"
                className="fy-running-row"
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${start}px)` }}
              >
                <span role="cell" className="fy-running-name">
                  <Avatar id={session.customerId} name={name} size={24} />
                  <span className="fy-cut" title={name}>
                    {name}
                  </span>
                </span>
                <span role="cell" className="fy-cut">
                  {t(`thread:channel.${session.channel}`)}
                </span>
                <span role="cell" className="fy-cut">
                  {organization?.agents.find(({ id }) => id === session.handlerId)?.name}
                </span>
                <span role="cell" className="fy-cut">
                  <RelativeTime at={session.assignedAt ?? session.requestedAt} />
                </span>
                <span role="cell">
                  {unansweredSince === null ? (
                    <span className="fy-secondary">{t('answered')}</span>
                  ) : (
                    <WaitingTime
                      since={unansweredSince}
                      limitMs={organization?.organization.waitingLimitMs ?? 0}
                    />
                  )}
                </span>
                <span role="cell">
                  {onMove ? (
                    <Button
                      aria-label={t('moveNamed', { name })}
                      onClick={() => {
                        onMove(row)
                      }}
                    >
                      {t('move')}
                    </Button>
                  ) : null}
                </span>
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
