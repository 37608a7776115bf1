import type { VisitorId, VisitorRow } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { OverlayTable } from '../../ui/index.ts'
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

/** The visitors, newest first. */
export const VisitorTable = ({ rows, busy, ...rest }: VisitorTableProps) => {
  const { t } = useTranslation('visitors')
  return (
    <OverlayTable
      label={t('title')}
      className="fy-visitors-table"
      columns={COLUMNS.map((column) => t(`column.${column}`))}
      rows={rows}
      keyOf={({ id }) => id}
      rowHeight={VISITOR_ROW_HEIGHT}
    >
      {(row, place) => <VisitorRowView row={row} place={place} busy={busy === row.id} {...rest} />}
    </OverlayTable>
  )
}
