import { CornerUpLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'

import type { Message } from '../../../protocol/model/index.ts'
import { useSystemText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { clockTime, fullTime, IconButton, useLanguage } from '../../ui/index.ts'
import { AnnotationBlock, LinkPreviewBlock, MessageBody } from '../thread/index.ts'

export interface HistoryRowProps {
  readonly message: Message
  readonly author: string
  /** The one that was looked for. */
  readonly marked: boolean
  /** Shows it in its conversation; null: that one is not open to this agent. */
  readonly onOpen: ((message: Message) => void) | null
}

/** A message of the history, in the narrow room beside the conversation. */
export const HistoryRow = ({ message, author, marked, onOpen }: HistoryRowProps) => {
  const { t } = useTranslation('history')
  const language = useLanguage()
  const systemText = useSystemText()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (marked) row.current?.scrollIntoView({ block: 'center' })
  }, [marked])
  const { body } = message
  const time = (
    <time dateTime={new Date(message.at).toISOString()} title={fullTime(message.at, language)}>
      {clockTime(message.at, language)}
    </time>
  )
  if (body.kind === 'system')
    return (
      <li className="fy-history-line" ref={row}>
        {systemText(body.code, body.params)} {time}
      </li>
    )
  return (
    <li ref={row} data-marked={marked || undefined} data-own={message.sender.kind === 'agent' || undefined}>
      <p className="fy-history-head">
        <span className="fy-cut">{author}</span>
        {time}
        {onOpen ? (
          <IconButton
            label={t('open')}
            onClick={() => {
              onOpen(message)
            }}
          >
            <CornerUpLeft aria-hidden="true" />
          </IconButton>
        ) : null}
      </p>
      <div className="fy-history-body">
        {body.kind === 'recalled' ? (
          <span className="fy-secondary">{t('recalled')}</span>
        ) : (
          <>
            <MessageBody body={body} />
            <AnnotationBlock message={message} />
            <LinkPreviewBlock body={body} />
          </>
        )}
      </div>
    </li>
  )
}
