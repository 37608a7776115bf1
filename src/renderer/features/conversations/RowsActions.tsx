import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useAction } from '../actions/index.ts'
import type { Asking } from './RowDialogs.tsx'
import type { RowMenuAt } from './RowMenu.tsx'
import { starrableOf } from './rowState.ts'
import { useRowCommands } from './useRowCommands.ts'

export interface RowsActionsProps {
  readonly rows: readonly ConversationRow[]
  readonly openId: ConversationId | null
  /** Whether the order is the agent's to arrange. */
  readonly arranged: boolean
  /** A row was moved: it is shown where it is now. */
  readonly onMoved: () => void
  readonly onAsk: (asking: Asking) => void
}

/** What keys and the palette do with the row of the open conversation, and with the list. */
export const RowsActions = ({ rows, openId, arranged, onMoved, onAsk }: RowsActionsProps) => {
  const commands = useRowCommands()
  const row = rows.find(({ id }) => id === openId)
  const move = (by: 1 | -1): (() => void) | null => {
    if (!row || !arranged) return null
    const place = rows.filter(({ pinned }) => pinned === row.pinned).indexOf(row)
    return () => {
      commands.move(rows, row, Math.max(0, place + by))
      onMoved()
    }
  }
  const on = (act: (row: ConversationRow) => void): (() => void) | null =>
    row
      ? () => {
          act(row)
        }
      : null
  const ofCustomer: typeof on = (act) => (row?.customerId ? on(act) : null)
  useAction(
    'pin',
    on(({ id, pinned }) => commands.pin([id], !pinned)),
  )
  useAction(
    'unread',
    on(({ id, unread }) => commands.markUnread([id], unread === 0)),
  )
  useAction(
    'favorite',
    row && starrableOf(row).length > 0 ? () => onAsk({ kind: 'favorite', at: placeOfRow(row) }) : null,
  )
  useAction(
    'marks',
    ofCustomer((one) => onAsk({ kind: 'marks', at: placeOfRow(one) })),
  )
  useAction('moveUp', move(-1))
  useAction('moveDown', move(1))
  useAction('clearList', rows.length === 0 ? null : () => onAsk({ kind: 'clear' }))
  return null
}

/** Beside its row where that can be seen, else at the top of the list. */
const placeOfRow = (row: ConversationRow): RowMenuAt => {
  const element =
    document.getElementById(`conversation-${row.id}`) ?? document.querySelector('[data-area="list"]')
  const box = element?.getBoundingClientRect()
  return { row, x: (box?.left ?? 0) + 24, y: (box?.top ?? 0) + 48 }
}
