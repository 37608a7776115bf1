import { Check, CheckCheck, FileQuestion } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { assertNever } from '../../../base/assertNever.ts'
import type { Message } from '../../../protocol/model/index.ts'
import { Avatar, clockTime, fullTime, useLanguage } from '../../ui/index.ts'
import { FileMessage } from './FileMessage.tsx'
import { ImageMessage } from './ImageMessage.tsx'
import type { Delivery } from './items.ts'
import { MessageActions } from './MessageActions.tsx'
import { MessageText } from './MessageText.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'
import { VoiceMessage } from './VoiceMessage.tsx'

export interface MessageRowProps {
  readonly message: Message
  readonly first: boolean
  readonly delivery: Delivery | null
  /** Id and name of who wrote it. */
  readonly authorId: string
  readonly author: string
  /** The message a search led to. */
  readonly marked: boolean
  /** Who wrote what it quotes. */
  readonly quoted: string
  /** Null: it is not one's own. */
  readonly onRecall: ((message: Message) => void) | null
  readonly onQuote: (message: Message) => void
  readonly onJump: (seq: number) => void
}

/** A message of the customer (left) or of the company (right). */
export const MessageRow = memo((props: MessageRowProps) => {
  const { message, first, delivery, authorId, author, marked, quoted, onRecall, onQuote, onJump } = props
  const { body } = message
  const language = useLanguage()
  const own = message.sender.kind === 'agent'
  return (
    <article
      className="fy-message"
      data-own={own || undefined}
      data-first={first || undefined}
      data-marked={marked || undefined}
    >
      {first ? <Avatar id={authorId} name={author} size={32} /> : null}
      <div className="fy-message-body">
        {first ? (
          <span className="fy-message-author fy-cut">{author}</span>
        ) : (
          <span className="fy-hidden">{author}</span>
        )}
        <div className="fy-message-line">
          <div className="fy-bubble" data-kind={body.kind}>
            {body.kind === 'text' && body.quote ? (
              <QuoteBlock quote={body.quote} author={quoted} onJump={onJump} />
            ) : null}
            <Body body={body} />
          </div>
          <span className="fy-message-meta">
            {delivery ? <DeliveryMark delivery={delivery} /> : null}
            <time dateTime={new Date(message.at).toISOString()} title={fullTime(message.at, language)}>
              {clockTime(message.at, language)}
            </time>
          </span>
          {body.kind === 'unsupported' ? null : (
            <MessageActions message={message} onRecall={onRecall} onQuote={onQuote} />
          )}
        </div>
      </div>
    </article>
  )
})
MessageRow.displayName = 'MessageRow'

const Body = ({ body }: { readonly body: Message['body'] }) => {
  const { t } = useTranslation('thread')
  switch (body.kind) {
    case 'text':
      return <MessageText text={body.text} />
    case 'image':
      return (
        <ImageMessage
          fileId={body.fileId}
          name={body.alt ?? body.name}
          width={body.width}
          height={body.height}
        />
      )
    case 'file':
      return body.seconds === undefined ? (
        <FileMessage fileId={body.fileId} name={body.name} bytes={body.bytes} />
      ) : (
        <VoiceMessage fileId={body.fileId} seconds={body.seconds} />
      )
    case 'unsupported':
    case 'recalled':
    case 'system':
      return (
        <span className="fy-unsupported">
          <FileQuestion aria-hidden="true" /> {t('unsupported')}
        </span>
      )
    default:
      return assertNever(body)
  }
}

const DeliveryMark = ({ delivery }: { readonly delivery: Delivery }) => {
  const { t } = useTranslation('thread')
  const Icon = delivery === 'sent' ? Check : CheckCheck
  return <Icon role="img" aria-label={t(`delivery.${delivery}`)} data-delivery={delivery} />
}
