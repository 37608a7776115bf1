import { Bookmark, Copy, Forward, Reply, X } from 'lucide-react'

import type { ConversationId, Message, Sender } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, fullTime, IconButton, useLanguage } from '../../ui/index.ts'
import { tellDone, useLayer } from '../actions/index.ts'
import { forward } from './Forwarding.tsx'
import { saidIn } from './saidIn.ts'
import { clearSelection } from './selection.ts'
import { useSaveMessages } from './useSaveMessages.ts'

export interface SelectionBarProps {
  readonly conversationId: ConversationId
  /** In the order of the thread. */
  readonly messages: readonly Message[]
  readonly nameOf: (sender: Sender) => string
  readonly onQuote: (message: Message) => void
}

/** What can be done with the messages that were chosen (R-03-106). */
export const SelectionBar = ({ conversationId, messages, nameOf, onQuote }: SelectionBarProps) => {
  const { t } = useTranslation(['thread', 'savedMessages'])
  const language = useLanguage()
  const save = useSaveMessages()
  useLayer(clearSelection)
  const [first] = messages
  const copy = (): void => {
    const text = messages
      .map((message) => `${nameOf(message.sender)} ${fullTime(message.at, language)}\n${saidIn(message)}`)
      .join('\n\n')
    void navigator.clipboard.writeText(messages.length === 1 && first ? saidIn(first) : text).then(() => {
      tellDone(t('selection.copied'))
      clearSelection()
    })
  }
  return (
    <div className="fy-selection" role="toolbar" aria-label={t('selection.label')}>
      <span role="status">{t('selection.count', { count: messages.length })}</span>
      <span className="fy-grow" />
      <Button onClick={copy}>
        <Copy aria-hidden="true" />
        {t('selection.copy')}
      </Button>
      <Button
        onClick={() => {
          void save(messages).then((done) => {
            if (done) clearSelection()
          })
        }}
      >
        <Bookmark aria-hidden="true" />
        {t('savedMessages:add')}
      </Button>
      {messages.length === 1 && first ? (
        <Button
          onClick={() => {
            onQuote(first)
            clearSelection()
          }}
        >
          <Reply aria-hidden="true" />
          {t('quote')}
        </Button>
      ) : null}
      <Button
        kind="primary"
        onClick={() => {
          forward(conversationId, messages)
        }}
      >
        <Forward aria-hidden="true" />
        {t('forward.button')}
      </Button>
      <IconButton label={t('selection.end')} shortcut="Esc" onClick={clearSelection}>
        <X />
      </IconButton>
    </div>
  )
}
