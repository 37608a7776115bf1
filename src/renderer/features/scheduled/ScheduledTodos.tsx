import { X } from 'lucide-react'

import type { ScheduledRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useCustomerName, useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { fullTime, IconButton, LineButton, serverNow, dueTime, useLanguage } from '../../ui/index.ts'
import { useScheduling } from './useScheduling.ts'

export interface ScheduledTodosProps {
  readonly rows: readonly ScheduledRow[]
  readonly onOpen: (id: ConversationId) => void
}

/** Among the to-dos: what goes out later in whichever conversation, and what could not. */
export const ScheduledTodos = ({ rows, onOpen }: ScheduledTodosProps) => {
  const { t } = useTranslation('composer')
  const language = useLanguage()
  const nameOf = useCustomerName()
  const errorText = useErrorText()
  const scheduling = useScheduling()
  return rows.map((row) => {
    const { id, conversationId, customerName, customerNumber, dueAt, failure, text } = row
    return (
      <li key={id} data-back={failure !== null || undefined}>
        <LineButton
          disabled={customerNumber === null}
          onClick={() => {
            onOpen(conversationId)
          }}
        >
          <span className="fy-cut" title={text}>
            {nameOf(customerName, customerNumber ?? 0)}
          </span>
          <span
            className="fy-secondary fy-cut"
            title={failure === null ? fullTime(dueAt, language) : errorText(failure)}
          >
            {failure === null
              ? t('later.goesOut', { time: dueTime(dueAt, serverNow(), language) })
              : errorText(failure)}
          </span>
        </LineButton>
        <IconButton
          label={t('later.remove', { text })}
          onClick={() => {
            void scheduling.remove(row)
          }}
        >
          <X />
        </IconButton>
      </li>
    )
  })
}
