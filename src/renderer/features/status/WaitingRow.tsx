import type { ConversationId } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, RelativeTime } from '../../ui/index.ts'

export interface WaitingRowProps {
  /** Null: there is nothing to open. */
  readonly conversationId: ConversationId | null
  /** Whom it is about; null: nobody knows any more. */
  readonly name: string | null
  readonly createdAt: number
  readonly text: string
  /** How far it is, or why it failed. */
  readonly state: string
  readonly failed: boolean
  /** Why it could not be given up or tried again just now. */
  readonly problem?: string | null
  readonly onConversation: (id: ConversationId) => void
  readonly onAgain: () => void
  readonly onDiscard: () => void
}

/** One thing that has not reached the server: it can be given up, and tried again after it failed. */
export const WaitingRow = (props: WaitingRowProps) => {
  const { conversationId, name, createdAt, text, state, failed, problem, ...does } = props
  const { onConversation, onAgain, onDiscard } = does
  const { t } = useTranslation('status')
  return (
    <li>
      {conversationId === null ? (
        <span className="fy-cut">{name ?? t('conversation')}</span>
      ) : (
        <button
          type="button"
          className="fy-link-button fy-cut"
          onClick={() => {
            onConversation(conversationId)
          }}
        >
          {name ?? t('conversation')}
        </button>
      )}
      <span className="fy-secondary">
        <RelativeTime at={createdAt} />
      </span>
      <span className="fy-outbox-text fy-cut" title={text}>
        {text}
      </span>
      <span className={failed ? 'fy-outbox-failed' : 'fy-secondary'}>{state}</span>
      {problem ? (
        <span className="fy-outbox-failed" role="alert">
          {problem}
        </span>
      ) : null}
      <span className="fy-outbox-actions">
        {failed ? <Button onClick={onAgain}>{t('again')}</Button> : null}
        <Button kind="quiet" onClick={onDiscard}>
          {t('discard')}
        </Button>
      </span>
    </li>
  )
}
