import { ListTodo, X } from 'lucide-react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import {
  EmptyState,
  fullTime,
  IconButton,
  LineButton,
  OverlayPanel,
  OverlayReport,
  serverNow,
  dueTime,
  Skeleton,
  useLanguage,
} from '../../ui/index.ts'
import { ScheduledTodos } from '../scheduled/index.ts'
import { useReminding } from './useReminding.ts'

import './reminders.css'

export interface TodosPanelProps {
  readonly onOpen: (id: ConversationId) => void
  readonly onClose: () => void
}

/** All conversations the agent has put off, on whichever device: what has come back first (R-03-038). */
export const TodosPanel = ({ onOpen, onClose }: TodosPanelProps) => {
  const { t } = useTranslation('todos')
  const language = useLanguage()
  const nameOf = useCustomerName()
  const rows = useQuery('reminders.list', {})
  const scheduled = useQuery('scheduled-messages.list', {}) ?? []
  const open = (id: ConversationId): void => {
    onOpen(id)
    onClose()
  }
  const reminding = useReminding()
  return (
    <OverlayPanel
      title={t('panel.title')}
      area="todos"
      width={420}
      height={420}
      onClose={onClose}
      reports={reminding.failure ? <OverlayReport text={reminding.failure} /> : null}
    >
      {rows === undefined ? (
        <Skeleton rows={3} rowHeight={40} />
      ) : rows.length + scheduled.length === 0 ? (
        <EmptyState icon={ListTodo} title={t('panel.empty')} hint={t('panel.emptyHint')} />
      ) : (
        <ul className="fy-todos">
          <ScheduledTodos rows={scheduled} onOpen={open} />
          {rows.map(({ conversationId, customerName, customerNumber, dueAt, rungAt }) => {
            const name = nameOf(customerName, customerNumber ?? 0)
            const time = dueTime(rungAt ?? dueAt, serverNow(), language)
            return (
              <li key={conversationId} data-back={rungAt !== null || undefined}>
                <LineButton
                  disabled={customerNumber === null}
                  onClick={() => {
                    open(conversationId)
                  }}
                >
                  <span className="fy-cut">{name}</span>
                  <span className="fy-secondary" title={fullTime(rungAt ?? dueAt, language)}>
                    {t(rungAt === null ? 'panel.comes' : 'panel.due', { time })}
                  </span>
                </LineButton>
                <IconButton
                  label={t(rungAt === null ? 'remind.cancel' : 'remind.done')}
                  onClick={() => {
                    void reminding.remove(conversationId, name, rungAt === null ? { dueAt } : null)
                  }}
                >
                  <X />
                </IconButton>
              </li>
            )
          })}
        </ul>
      )}
    </OverlayPanel>
  )
}
