import { MessagesSquare, Pin } from 'lucide-react'

import type { ConversationRow } from '../../../client/api.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine, ShortTime } from '../../ui/index.ts'
import { ASSISTANT_ID } from './assistant.ts'

export interface AssistantRowViewProps {
  readonly row: ConversationRow
  readonly index: number
  readonly count: number
  readonly top: number
  readonly tabbable: boolean
}

/** All silenced groups in one row: quiet, but for who was addressed (R-03-065). */
export const AssistantRowView = ({ row, index, count, top, tabbable }: AssistantRowViewProps) => {
  const { t } = useTranslation('conversations')
  const group = useCustomerName()(row.customerName, row.customerNumber, row.unnamedMembers)
  const said = row.preview?.kind === 'text' ? plainLine(row.preview.text) : ''
  return (
    <div
      role="option"
      id={`conversation-${ASSISTANT_ID}`}
      className="fy-row fy-ring-inside"
      data-id={ASSISTANT_ID}
      data-index={index}
      aria-selected={false}
      aria-posinset={index + 1}
      aria-setsize={count}
      tabIndex={tabbable ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span className="fy-assistant-icon" aria-hidden="true">
        <MessagesSquare />
      </span>
      <div className="fy-row-body">
        <div className="fy-row-line">
          <span className="fy-row-name fy-cut">{t('assistant.title')}</span>
          {row.pinned ? <Pin className="fy-row-mark" aria-label={t('pinned')} role="img" /> : null}
          <span className="fy-row-time">
            <ShortTime at={row.at} />
          </span>
        </div>
        <div className="fy-row-line">
          {row.mentioned ? <span className="fy-row-mention">{t('mentioned')}</span> : null}
          <span className="fy-row-preview fy-cut">
            {said === '' ? group : t('textOf', { name: group, text: said })}
          </span>
          {row.unread > 0 ? (
            <span className="fy-unread" data-one data-quiet>
              <span className="fy-hidden">{t('assistant.unread', { count: row.unread })}</span>
            </span>
          ) : null}
        </div>
      </div>
    </div>
  )
}
