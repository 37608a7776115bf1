import { Reply, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { recallState } from '../../../domain/messages/recall.ts'
import type { Message } from '../../../protocol/model/index.ts'
import { IconButton, serverNow, useNow } from '../../ui/index.ts'

export interface MessageActionsProps {
  readonly message: Message
  /** Null: it is not one's own. */
  readonly onRecall: ((message: Message) => void) | null
  readonly onQuote: (message: Message) => void
}

/** What can be done with a message; seen while the pointer or the focus is at it. */
export const MessageActions = ({ message, onRecall, onQuote }: MessageActionsProps) => {
  const { t } = useTranslation('thread')
  return (
    <span className="fy-message-actions">
      <IconButton
        label={t('quote')}
        onClick={() => {
          onQuote(message)
        }}
      >
        <Reply />
      </IconButton>
      {onRecall && recallState(message, serverNow()) === 'possible' ? (
        <RecallButton message={message} onRecall={onRecall} />
      ) : null}
    </span>
  )
}

/** Leaves by itself when the time is over: only young messages keep watching the clock. */
const RecallButton = ({
  message,
  onRecall,
}: {
  readonly message: Message
  readonly onRecall: (message: Message) => void
}) => {
  const { t } = useTranslation('thread')
  const now = useNow(1000)
  if (recallState(message, now) !== 'possible') return null
  return (
    <IconButton
      label={t('recall')}
      onClick={() => {
        onRecall(message)
      }}
    >
      <Undo2 />
    </IconButton>
  )
}
