import type { LeftMessage, Message, SessionId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { contactText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainText, RelativeTime, Skeleton } from '../../ui/index.ts'

export interface PoolPreviewProps {
  readonly sessionId: SessionId
  /** Only where the customer left a message. */
  readonly leftMessage: LeftMessage | undefined
  readonly at: DOMRect
}

/** What a waiting customer has written so far, newest first (R-02-116). */
export const PoolPreview = ({ sessionId, leftMessage, at }: PoolPreviewProps) => {
  const { t } = useTranslation('pool')
  const messages = useQuery('pool.messages', { sessionId })
  const textOf = (body: Message['body']): string => {
    switch (body.kind) {
      case 'text':
        return plainText(body.text)
      case 'image':
        return t('kind.image', { name: body.name })
      case 'file':
        return body.seconds === undefined ? t('kind.file', { name: body.name }) : t('kind.voice')
      case 'recalled':
        return t('kind.recalled')
      case 'system':
      case 'unsupported':
        return t('kind.other')
    }
  }
  return (
    <div
      className="fy-pool-preview"
      role="tooltip"
      style={{ left: at.left, bottom: window.innerHeight - at.top + 4 }}
    >
      {leftMessage ? (
        <p className="fy-secondary">{t('contact', { contact: plainText(contactText(leftMessage)) })}</p>
      ) : null}
      {messages === undefined ? (
        <Skeleton rows={2} rowHeight={32} />
      ) : messages.length === 0 ? (
        <p className="fy-secondary">{t('waitingForService')}</p>
      ) : (
        <ul>
          {messages.toReversed().map(({ id, body, at: when }) => (
            <li key={id}>
              <span className="fy-secondary">
                <RelativeTime at={when} />
              </span>
              <span>{textOf(body)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
