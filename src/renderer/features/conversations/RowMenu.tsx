import type { ConversationRow } from '../../../client/api.ts'
import { useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { ChoicesAt } from '../../ui/index.ts'
import { isRunning } from './rowState.ts'

export interface RowMenuAt {
  readonly row: ConversationRow
  readonly x: number
  readonly y: number
}

export type RowChoice =
  | 'pin'
  | 'favorite'
  | 'unread'
  | 'remark'
  | 'marks'
  | 'messages'
  | 'profile'
  | 'transfer'
  | 'end'
  | 'block'
  | 'blockCompany'
  | 'remove'
  | 'clear'

export interface RowMenuProps {
  readonly at: RowMenuAt
  readonly onChoose: (choice: RowChoice, at: RowMenuAt) => void
  readonly onClose: () => void
}

/** One menu for all rows, at the pointer or under the row: what is permitted and makes sense, in this order (R-03-041). */
export const RowMenu = ({ at, onChoose, onClose }: RowMenuProps) => {
  const { row } = at
  const { t } = useTranslation('conversations')
  const nameOf = useCustomerName()
  const me = useQuery('account.current', {})?.me
  const may = (permission: NonNullable<typeof me>['permissions'][number]): boolean =>
    me?.permissions.includes(permission) ?? false
  const running = isRunning(row)
  const own = running && row.handlerId === me?.agentId
  // Colleagues get no marks, and cannot be blocked (R-03-043, R-03-057).
  const customer = row.chat === null
  const item = (key: RowChoice, label: string, more: { readonly danger?: true } = {}) => ({
    key,
    label,
    ...more,
  })
  return (
    <ChoicesAt
      at={at}
      label={nameOf(row.customerName, row.customerNumber, row.unnamedMembers)}
      sections={[
        {
          key: 'row',
          items: [
            item('pin', row.pinned ? t('menu.unpin') : t('menu.pin')),
            ...(customer || row.chat === 'direct' ? [item('favorite', t('menu.favorite'))] : []),
            item('unread', row.unread > 0 ? t('menu.read') : t('menu.unread')),
            ...(customer && may('remark.private') ? [item('remark', t('menu.remark'))] : []),
            ...(customer ? [item('marks', t('menu.marks'))] : []),
            ...(row.chat === 'adhoc' ? [item('messages', t('menu.messages'))] : []),
            // There is nobody to know more about in the file assistant.
            ...(row.chat === 'self'
              ? []
              : [item('profile', customer ? t('menu.profile') : t(`menu.profile_${row.chat ?? 'direct'}`))]),
          ],
        },
        {
          key: 'session',
          items: [
            ...(own && may('reception.transfer') ? [item('transfer', t('menu.transfer'))] : []),
            ...(own ? [item('end', t('menu.end'))] : []),
          ],
        },
        {
          key: 'away',
          items: [
            ...(customer ? [item('block', t('menu.block'), { danger: true })] : []),
            ...(customer && may('block.company')
              ? [item('blockCompany', t('menu.blockCompany'), { danger: true })]
              : []),
            // A running session of one's own stays in the list until it ends.
            ...(own ? [] : [item('remove', t('menu.remove'))]),
            item('clear', t('menu.clear')),
          ],
        },
      ]}
      onChoose={(key) => {
        onChoose(key as RowChoice, at)
      }}
      onClose={onClose}
    />
  )
}
