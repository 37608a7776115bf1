import { MessageSquareText } from 'lucide-react'
import { useState, type DragEvent } from 'react'

import type { OpenView } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, EmptyState, Skeleton } from '../../ui/index.ts'
import { useKeyLabel } from '../actions/index.ts'
import { ChatHeader } from '../chats/index.ts'
import {
  attachFiles,
  Composer,
  giveBack,
  NoteComposer,
  noteRecalled,
  quoteNext,
  useNoting,
} from '../composer/index.ts'
import { StarButton } from '../contacts/index.ts'
import type { EndSession } from '../endings/index.ts'
import { JumpToDate } from '../history/index.ts'
import { PathLine } from '../paths/index.ts'
import { ScheduledList } from '../scheduled/index.ts'
import { ThemedPlace } from '../settings/index.ts'
import { ThreadHeader, ThreadPanel, type Jump } from '../thread/index.ts'
import { TopicLine } from '../topics/index.ts'
import { MoreMenu } from './MoreMenu.tsx'

export interface ConversationProps {
  /** Null: nothing is open; undefined: it is being read. */
  readonly view: OpenView | null | undefined
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
  readonly onOpen: (id: ConversationId, seq?: number | null) => void
}

/** The open conversation: what was said, and where the answer is written. Files can be dropped anywhere on it. */
export const Conversation = (props: ConversationProps) => {
  const { view, leaving, jump, end, onTransfer, forced, profileOpen, onProfile } = props
  const { onClose, onAccept, onAcceptNext, onOpen } = props
  const { t } = useTranslation('workbench')
  const [dragging, setDragging] = useState(false)
  const sendKey = useKeyLabel('send')
  const nextKey = useKeyLabel('nextConversation')
  const notingIn = useNoting()
  const acceptKey = useKeyLabel('acceptNext')
  if (view === undefined)
    return (
      <section className="fy-conversation" aria-label={t('conversation')}>
        <Skeleton rows={6} rowHeight={64} avatar />
      </section>
    )
  if (view === null)
    return (
      <section className="fy-conversation" aria-label={t('conversation')}>
        <ThemedPlace>
          <EmptyState
            icon={MessageSquareText}
            title={t('nothingOpen')}
            hint={t('nothingOpenHint', { key: nextKey })}
          >
            <Button kind="primary" onClick={onAcceptNext}>
              {t('acceptNext')} <span className="fy-on-accent-key">{acceptKey}</span>
            </Button>
          </EmptyState>
        </ThemedPlace>
      </section>
    )
  const { id } = view.conversation
  const noting = notingIn === id ? view.session : null
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  const jumpToDate = (
    <JumpToDate
      conversation={view.conversation}
      inert={leaving}
      onJump={(seq) => {
        onOpen(id, seq)
      }}
    />
  )
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
      {'customer' in view ? (
        <>
          <ThreadHeader
            view={view}
            inert={leaving}
            end={end}
            onTransfer={onTransfer}
            forced={forced}
            profileOpen={profileOpen}
            onProfile={onProfile}
            onClose={onClose}
            onOpen={onOpen}
            tools={jumpToDate}
            more={<MoreMenu key={id} view={view} />}
          />
          <PathLine view={view} inert={leaving} />
        </>
      ) : (
        <ChatHeader
          view={view}
          inert={leaving}
          profileOpen={profileOpen}
          onProfile={onProfile}
          onClose={onClose}
          onOpen={onOpen}
          star={(agentId) => <StarButton who={{ agentId }} />}
          tools={jumpToDate}
          // Nobody else sees the file assistant: there is nothing to pass on, and nobody to block.
          more={view.conversation.kind === 'self' ? null : <MoreMenu key={id} view={view} />}
        />
      )}
      <ThreadPanel
        key={id}
        view={view}
        jump={jump}
        onOpen={onOpen}
        onEdit={(given) => {
          giveBack(id, given)
        }}
        onQuote={(quote) => {
          quoteNext(id, quote)
        }}
        onRecalled={noteRecalled}
      />
      {view.session ? (
        <TopicLine
          key={`topic-${view.session.id}`}
          session={view.session}
          inert={leaving}
          required={end?.needsTopic ? { goOn: end.endChanged, giveUp: end.dismiss } : null}
        />
      ) : null}
      <ScheduledList conversationId={id} />
      {noting ? (
        <NoteComposer key={`note-${id}`} session={noting} inert={leaving} />
      ) : (
        <Composer
          key={`composer-${id}`}
          view={view}
          inert={leaving}
          seenSeq={view.conversation.lastSeq}
          sendKey={sendKey}
          onAccept={onAccept}
          onOpen={onOpen}
        />
      )}
      {dragging ? <div className="fy-drop">{t('drop')}</div> : null}
    </section>
  )
}
