import { Check, CheckCheck } from 'lucide-react'
import { memo } from 'react'

import type { Message } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, clockTime, fullTime, useLanguage } from '../../ui/index.ts'
import { AnnotationBlock } from './AnnotationBlock.tsx'
import type { Delivery } from './items.ts'
import { LinkPreviewBlock } from './LinkPreviewCard.tsx'
import { MessageActions } from './MessageActions.tsx'
import { MessageBody } from './MessageBody.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'

export interface MessageRowProps {
  readonly message: Message
  /** Of this side: of the company towards a customer, of oneself among colleagues. */
  readonly own: boolean
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
  /** Whether it is chosen; null: nothing is being chosen. */
  readonly chosen: boolean | null
  readonly onChoose: (message: Message) => void
  readonly onJump: (seq: number) => void
}

/** A message of the other side (left) or of this one (right). */
export const MessageRow = memo((props: MessageRowProps) => {
  const { message, own, first, delivery, authorId, author, marked, quoted } = props
  const { onRecall, onQuote, onJump, chosen, onChoose } = props
  const { t } = useTranslation('thread')
  const { body } = message
  const language = useLanguage()
  return (
    <article
      className="fy-message"
      data-own={own || undefined}
      data-first={first || undefined}
      data-marked={marked || undefined}
      data-chosen={chosen || undefined}
    >
      {chosen === null || body.kind === 'unsupported' ? null : (
        <input
          type="checkbox"
          className="fy-message-choice"
          aria-label={t('selection.one', { name: author, time: clockTime(message.at, language) })}
          checked={chosen}
          onChange={() => {
            onChoose(message)
          }}
        />
      )}
      {first ? <Avatar id={authorId} name={author} size={32} /> : null}
      <div className="fy-message-body">
        <span className="fy-message-author fy-cut">{author}</span>
        <div className="fy-message-line">
          <div className="fy-bubble" data-kind={body.kind}>
            {body.kind === 'text' && body.quote ? (
              <QuoteBlock quote={body.quote} author={quoted} onJump={onJump} />
            ) : null}
            <MessageBody body={body} />
            <AnnotationBlock message={message} />
            <LinkPreviewBlock body={body} />
          </div>
          <span className="fy-message-meta">
            {delivery ? <DeliveryMark delivery={delivery} /> : null}
            <time dateTime={new Date(message.at).toISOString()} title={fullTime(message.at, language)}>
              {clockTime(message.at, language)}
            </time>
          </span>
          {body.kind === 'unsupported' || chosen !== null ? null : (
            <MessageActions message={message} onRecall={onRecall} onQuote={onQuote} onChoose={onChoose} />
          )}
        </div>
      </div>
    </article>
  )
})
MessageRow.displayName = 'MessageRow'

const DeliveryMark = ({ delivery }: { readonly delivery: Delivery }) => {
  const { t } = useTranslation('thread')
  const Icon = delivery === 'sent' ? Check : CheckCheck
  return <Icon role="img" aria-label={t(`delivery.${delivery}`)} data-delivery={delivery} />
}
