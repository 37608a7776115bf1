import { Languages, ListChecks, Reply, Undo2 } from 'lucide-react'
import { use, useDeferredValue } from 'react'

import { recallState } from '../../../domain/messages/recall.ts'
import type { Message } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { IconButton, serverNow, useNow } from '../../ui/index.ts'
import { AnnotatingContext } from './annotating.ts'
import { CalmContext } from './calm.ts'

export interface MessageActionsProps {
  readonly message: Message
  /** Null: it is not one's own. */
  readonly onRecall: ((message: Message) => void) | null
  readonly onQuote: (message: Message) => void
  readonly onChoose: (message: Message) => void
}

/**
 * What can be done with a message; seen while the pointer or the focus is at it.
 *
 * What was said is painted first: the buttons of all messages are half of what a thread is made of, and come into the
 * room that is kept for them a moment later.
 */
export const MessageActions = ({ message, onRecall, onQuote, onChoose }: MessageActionsProps) => {
  const { t } = useTranslation('thread')
  const painted = useDeferredValue(use(CalmContext), false)
  const annotating = use(AnnotatingContext)
  const translatable = message.body.kind === 'text' && Boolean(annotating?.wantedOf(message))
  const recallable = onRecall && recallState(message, serverNow()) === 'possible' ? onRecall : null
  const isWide = recallable !== null || translatable
  const room = { className: 'fy-message-actions', 'data-wide': isWide || undefined }
  if (!painted) return <span {...room} />
  return (
    <span {...room}>
      <IconButton
        label={t('quote')}
        onClick={() => {
          onQuote(message)
        }}
      >
        <Reply />
      </IconButton>
      <IconButton
        label={t('selection.begin')}
        onClick={() => {
          onChoose(message)
        }}
      >
        <ListChecks />
      </IconButton>
      {translatable ? (
        <IconButton
          label={t('menu.translate')}
          onClick={({ currentTarget }) => {
            // The button goes, and whoever pressed it by key stays where it was.
            const before = currentTarget.previousElementSibling
            if (before instanceof HTMLElement) before.focus()
            annotating?.ask(message)
          }}
        >
          <Languages />
        </IconButton>
      ) : null}
      {recallable ? <RecallButton message={message} onRecall={recallable} /> : null}
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
