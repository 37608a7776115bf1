import type { OrganizationView } from '../../../client/api.ts'
import type { RunningSession } from '../../../protocol/model/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, Button, OverlayTable, RelativeTime, WaitingTime } from '../../ui/index.ts'

/** At a text size of 100 %. */
export const RUNNING_ROW_HEIGHT = 44

export interface RunningTableProps {
  readonly rows: readonly RunningSession[]
  readonly organization: OrganizationView | null | undefined
  /** Null: this agent watches and moves nothing. */
  readonly onMove: ((row: RunningSession) => void) | null
}

const COLUMNS = ['customer', 'channel', 'agent', 'since', 'waiting', 'action'] as const

/** Those whose customer waits longest first. */
export const RunningTable = ({ rows, organization, onMove }: RunningTableProps) => {
  const { t } = useTranslation(['running', 'thread'])
  const nameOf = useCustomerName()
  return (
    <OverlayTable
      label={t('title')}
      className="fy-running-table"
      columns={COLUMNS.map((column) => t(`column.${column}`))}
      rows={rows}
      keyOf={({ session }) => session.id}
      rowHeight={RUNNING_ROW_HEIGHT}
    >
      {(row, place) => {
        const { session, unansweredSince } = row
        const name = nameOf(row.customerName, row.customerNumber)
        return (
          <div {...place} className="fy-running-row">
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
      }}
    </OverlayTable>
  )
}
