import { useTranslation } from 'react-i18next'

import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { Floating, Menu } from '../../ui/index.ts'

export interface RowMenuAt {
  readonly row: ConversationRow
  readonly x: number
  readonly y: number
}

export interface RowMenuProps {
  readonly at: RowMenuAt
  readonly onPin: (id: ConversationId, pinned: boolean) => void
  readonly onRemove: (id: ConversationId, name: string) => void
  /** Null: this agent may keep no remarks. */
  readonly onRemark: ((row: ConversationRow) => void) | null
  readonly onBlock: (row: ConversationRow, name: string) => void
  readonly onClose: () => void
}

/** One menu for all rows, at the pointer or under the row. */
export const RowMenu = ({ at: { row, x, y }, onPin, onRemove, onRemark, onBlock, onClose }: RowMenuProps) => {
  const { t } = useTranslation('conversations')
  const nameOf = useCustomerName()
  const name = nameOf(row.customerName, row.customerNumber)
  const running = row.sessionState === 'active' || row.sessionState === 'assigned'
  return (
    <Floating
      anchor={{ left: x, top: y, width: 0, height: 0 }}
      role="menu"
      label={name}
      side="below"
      align="start"
      onClose={onClose}
    >
      <Menu
        sections={[
          {
            key: 'row',
            items: [
              { key: 'pin', label: row.pinned ? t('menu.unpin') : t('menu.pin') },
              ...(onRemark ? [{ key: 'remark', label: t('menu.remark') }] : []),
              // A running session of one's own stays in the list until it ends.
              { key: 'remove', label: t('menu.remove'), disabled: running },
              { key: 'block', label: t('menu.block'), danger: true },
            ],
          },
        ]}
        onChoose={(key) => {
          onClose()
          if (key === 'pin') onPin(row.id, !row.pinned)
          else if (key === 'remark') onRemark?.(row)
          else if (key === 'block') onBlock(row, name)
          else onRemove(row.id, name)
        }}
      />
    </Floating>
  )
}
