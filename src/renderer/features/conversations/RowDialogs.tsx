import type { ConversationRow } from '../../../client/api.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog } from '../../ui/index.ts'
import { BlockForMeDialog } from '../blockEntries/index.ts'
import { FavoriteMenu } from '../contacts/index.ts'
import { BlockDialog } from '../customer/index.ts'
import { RemarkDialog } from '../remarks/index.ts'
import { MarkEditor } from './marks/MarkEditor.tsx'
import { MarkPicker } from './marks/MarkPicker.tsx'
import { MessagesMenu } from './MessagesMenu.tsx'
import type { RowMenuAt } from './RowMenu.tsx'
import { clearable, starrableOf } from './rowState.ts'
import { useRemoval } from './useRemoval.ts'

/** What a row, or the list, is asked in a place of its own. */
export type Asking =
  | {
      readonly kind: 'remark' | 'block' | 'blockCompany' | 'favorite' | 'marks' | 'messages'
      readonly at: RowMenuAt
    }
  | { readonly kind: 'editMarks' | 'clear' }

export interface RowDialogsProps {
  readonly asking: Asking
  readonly rows: readonly ConversationRow[]
  readonly onAsk: (asking: Asking) => void
  readonly onClose: () => void
}

export const RowDialogs = ({ asking, rows, onAsk, onClose }: RowDialogsProps) => {
  const nameOf = useCustomerName()
  switch (asking.kind) {
    case 'editMarks':
      return <MarkEditor onClose={onClose} />
    case 'clear':
      return <ClearDialog rows={rows} onClose={onClose} />
    default: {
      const { at, kind } = asking
      // As it is now: marks are changed while the picker is open.
      const row = rows.find(({ id }) => id === at.row.id) ?? at.row
      if (kind === 'messages') return <MessagesMenu at={{ ...at, row }} onClose={onClose} />
      const [who] = starrableOf(row)
      if (kind === 'favorite')
        return who ? (
          <FavoriteMenu
            people={[who]}
            anchor={{ left: at.x, top: at.y, width: 0, height: 0 }}
            onClose={onClose}
          />
        ) : null
      const { customerId, publicName, customerName, customerNumber } = row
      if (customerId === null) return null
      const name = nameOf(customerName, customerNumber)
      switch (kind) {
        case 'remark':
          return (
            <RemarkDialog
              customerId={customerId}
              name={nameOf(publicName ?? customerName, customerNumber)}
              remark={publicName === null ? '' : customerName}
              onClose={onClose}
            />
          )
        case 'block':
          return <BlockForMeDialog customerId={customerId} name={name} onClose={onClose} />
        case 'blockCompany':
          return <BlockDialog customerId={customerId} name={name} onClose={onClose} />
        case 'marks':
          return (
            <MarkPicker
              rows={[row]}
              at={at}
              onEdit={() => {
                onAsk({ kind: 'editMarks' })
              }}
              onClose={onClose}
            />
          )
      }
    }
  }
}

/** Says how many rows go; who is waited for in some way stays (R-03-040). */
const ClearDialog = ({ rows, onClose }: Pick<RowDialogsProps, 'rows' | 'onClose'>) => {
  const { t } = useTranslation('conversations')
  const removal = useRemoval()
  const ids = clearable(rows)
  return (
    <Dialog
      title={t('menu.clear')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            disabled={ids.length === 0}
            onClick={() => {
              removal.clear(ids)
              onClose()
            }}
          >
            {t('clear.do', { count: ids.length })}
          </Button>
        </>
      }
    >
      <p>{ids.length === 0 ? t('clear.none') : t('clear.ask', { count: ids.length })}</p>
      <p className="fy-secondary">{t('clear.stays')}</p>
    </Dialog>
  )
}
