import { MessageSquareText } from 'lucide-react'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationView } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { Button, EmptyState, Skeleton } from '../../ui/index.ts'
import { attachFiles, Composer, dropQuote, insertText, quoteNext } from '../composer/index.ts'
import { PathLine } from '../paths/index.ts'
import { keyLabel } from '../shortcuts/index.ts'
import { ThreadHeader, ThreadPanel, type EndSession, type Jump } from '../thread/index.ts'
import { TopicLine } from '../topics/index.ts'

export interface ConversationProps {
  /** Null: nothing is open; undefined: it is being read. */
  readonly view: ConversationView | null | undefined
  /**
   * Another conversation was chosen and is being read: keys must not reach this one. Only what can be done to it is made
   * inert; the browser would style each row of the thread anew for it.
   */
  readonly leaving: boolean
  readonly jump: Jump | null
  readonly end: EndSession | null
  readonly onTransfer: (() => void) | null
  readonly forced: boolean
  readonly profileOpen: boolean
  readonly onProfile: () => void
  readonly onClose: () => void
  readonly onAccept: () => void
  readonly onAcceptNext: () => void
  readonly onOpen: (id: ConversationId) => void
}

/** The open conversation: what was said, and where the answer is written. Files can be dropped anywhere on it. */
export const Conversation = (props: ConversationProps) => {
  const { view, leaving, jump, end, onTransfer, forced, profileOpen, onProfile } = props
  const { onClose, onAccept, onAcceptNext, onOpen } = props
  const { t } = useTranslation('workbench')
  const [dragging, setDragging] = useState(false)
  if (view === undefined)
    return (
      <section className="fy-conversation" aria-label={t('conversation')}>
        <Skeleton rows={6} rowHeight={64} avatar />
      </section>
    )
  if (view === null)
    return (
      <section className="fy-conversation" aria-label={t('conversation')}>
        <EmptyState
          icon={MessageSquareText}
          title={t('nothingOpen')}
          hint={t('nothingOpenHint', { key: keyLabel('nextConversation') })}
        >
          <Button kind="primary" onClick={onAcceptNext}>
            {t('acceptNext')} <span className="fy-on-accent-key">{keyLabel('acceptNext')}</span>
          </Button>
        </EmptyState>
      </section>
    )
  const { id } = view.conversation
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  return (
    <section
      className="fy-conversation"
      aria-label={t('conversation')}
      aria-busy={leaving}
      onDragOver={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setDragging(true)
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
          setDragging(false)
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setDragging(false)
        if (!leaving) attachFiles(id, [...event.dataTransfer.files])
      }}
    >
      <ThreadHeader
        view={view}
        inert={leaving}
        end={end}
        endKey={keyLabel('endSession')}
        onTransfer={onTransfer}
        forced={forced}
        transferKey={keyLabel('transfer')}
        profileKey={keyLabel('profile')}
        profileOpen={profileOpen}
        onProfile={onProfile}
        onClose={onClose}
        onOpen={onOpen}
      />
      <PathLine view={view} inert={leaving} />
      <ThreadPanel
        key={id}
        view={view}
        jump={jump}
        onOpen={onOpen}
        onEdit={(text, files) => {
          insertText(id, text, files)
        }}
        onQuote={(quote, author) => {
          quoteNext(id, quote, author)
        }}
        onRecalled={(ids) => {
          dropQuote(id, ids)
        }}
      />
      {view.session ? (
        <TopicLine
          key={`topic-${view.session.id}`}
          session={view.session}
          inert={leaving}
          shortcut={keyLabel('topic')}
          required={end?.needsTopic ? { goOn: end.endChanged, giveUp: end.dismiss } : null}
        />
      ) : null}
      <Composer
        key={`composer-${id}`}
        view={view}
        inert={leaving}
        seenSeq={view.conversation.lastSeq}
        sendKey={keyLabel('send')}
        onAccept={onAccept}
        onOpen={onOpen}
      />
      {dragging ? <div className="fy-drop">{t('drop')}</div> : null}
    </section>
  )
}
