import { CornerUpLeft, TextCursorInput, Trash2 } from 'lucide-react'

import type { SavedMessageRow } from '../../../client/api.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, fullTime, IconButton, RelativeTime, useLanguage } from '../../ui/index.ts'
import { MessageBody } from '../thread/index.ts'

export interface SavedRowProps {
  readonly row: SavedMessageRow
  /** Null: no conversation is open. */
  readonly onUse: ((row: SavedMessageRow) => void) | null
  readonly onOpen: (row: SavedMessageRow) => void
  readonly onRemove: (row: SavedMessageRow) => void
}

/** One favourite: who wrote it and when, what it says, and what can be done with it. */
export const SavedRow = ({ row, onUse, onOpen, onRemove }: SavedRowProps) => {
  const { t } = useTranslation('savedMessages')
  const language = useLanguage()
  const nameOf = useCustomerName()
  const { sender, senderName, customer, openable, at, body } = row
  const authorId =
    sender.kind === 'agent' ? sender.agentId : sender.kind === 'customer' ? sender.customerId : ''
  const author = customer ? nameOf(senderName, customer.number) : senderName || t('formerAgent')
  return (
    <li className="fy-saved-row">
      <div className="fy-saved-head">
        <Avatar id={authorId} name={author} size={24} />
        <span className="fy-cut">{author}</span>
        <span className="fy-secondary" title={fullTime(at, language)}>
          <RelativeTime at={at} />
        </span>
        <span className="fy-grow" />
        {onUse ? (
          <IconButton
            label={t('use')}
            onClick={() => {
              onUse(row)
            }}
          >
            <TextCursorInput />
          </IconButton>
        ) : null}
        {openable ? (
          <IconButton
            label={t('open')}
            onClick={() => {
              onOpen(row)
            }}
          >
            <CornerUpLeft />
          </IconButton>
        ) : null}
        <IconButton
          label={t('remove')}
          onClick={() => {
            onRemove(row)
          }}
        >
          <Trash2 />
        </IconButton>
      </div>
      <div className="fy-saved-body">
        <MessageBody body={body} />
      </div>
    </li>
  )
}
