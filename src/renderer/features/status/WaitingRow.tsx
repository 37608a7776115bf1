import { useTranslation } from 'react-i18next'

import type { ConversationId } from '../../../protocol/model/index.ts'
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
  readonly onConversation: (id: ConversationId) => void
  readonly onAgain: () => void
  readonly onDiscard: () => void
}

/** One thing that has not reached the server: it can be given up, and tried again after it failed. */
export const WaitingRow = (props: WaitingRowProps) => {
  const { conversationId, name, createdAt, text, state, failed, onConversation, onAgain, onDiscard } = props
  const { t } = useTranslation('status')
  return (
    <li>
      <button
        type="button"
        className="fy-link-button fy-cut"
        disabled={conversationId === null}
        onClick={() => {
          if (conversationId !== null) onConversation(conversationId)
        }}
      >
        {name ?? t('conversation')}
      </button>
      <span className="fy-secondary">
        <RelativeTime at={createdAt} />
      </span>
      <span className="fy-outbox-text fy-cut" title={text}>
        {text}
      </span>
      <span className={failed ? 'fy-outbox-failed' : 'fy-secondary'}>{state}</span>
      <span className="fy-outbox-actions">
        {failed ? <Button onClick={onAgain}>{t('again')}</Button> : null}
        <Button kind="quiet" onClick={onDiscard}>
          {t('discard')}
        </Button>
      </span>
    </li>
  )
}
