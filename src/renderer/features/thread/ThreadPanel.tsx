import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'

import type { OpenView, ThreadView } from '../../../client/api.ts'
import { quoteOf } from '../../../domain/messages/quoteOf.ts'
import type { ConversationId, Message, MessageId, Quote, Session } from '../../../protocol/model/index.ts'
import { useConnection, useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, Skeleton } from '../../ui/index.ts'
import { useAction } from '../actions/index.ts'
import { useViewName } from '../chats/index.ts'
import { ReopenButton } from '../endings/index.ts'
import { AnnotatingContext } from './annotating.ts'
import { AnnotationAnnouncer } from './AnnotationAnnouncer.tsx'
import { CalmContext, useCalm } from './calm.ts'
import { EarlierMessages } from './EarlierMessages.tsx'
import { ForgottenLine } from './ForgottenLine.tsx'
import type { Given } from './given.ts'
import { threadItems, type ThreadItem } from './items.ts'
import { LineAnnouncer } from './LineAnnouncer.tsx'
import { DaySeparator, EarlierLine, GapLine, SystemLine, UnreadMark } from './lines.tsx'
import { MarkableContext } from './marks.ts'
import { MessageList, type Point } from './MessageList.tsx'
import { MessageMenu, type MessageMenuAt } from './MessageMenu.tsx'
import { MessageRow } from './MessageRow.tsx'
import { NoteRow } from './NoteRow.tsx'
import { NotHere } from './NotHere.tsx'
import { PicturesContext, picturesIn } from './pictures.ts'
import { forgetPlace, keepPlace, placeBefore, type Place } from './place.ts'
import { useLearnPreviews } from './previews.ts'
import { RecalledLine } from './RecalledLine.tsx'
import { savingIn, useSaving } from './saving.ts'
import { SavingRow } from './SavingRow.tsx'
import { clearSelection, selectUpTo, stepSelection, toggleMessage, useSelection } from './selection.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { isBeginningOf, SourceRow } from './SourceRow.tsx'
import { TypingLine } from './TypingLine.tsx'
import { markedIn, pictureIn } from './underPointer.ts'
import { UnsentRow } from './UnsentRow.tsx'
import { useAnnotating } from './useAnnotating.ts'
import { FARTHEST, useOlder } from './useOlder.ts'
import { useReadPosition } from './useReadPosition.ts'
import { useRecall } from './useRecall.ts'
import { useSenderName } from './useSenderName.ts'
import { useUnreadMark } from './useUnreadMark.ts'
import { withNotes } from './withNotes.ts'

import './thread.css'
import './message.css'
import './messageLines.css'
import './selection.css'
import './annotation.css'
import './linkPreview.css'

/** Messages a thread is opened with, and that are read with each step back. */
export const PAGE = 50
/** Jumps inside have numbers of their own, so that none is taken for one from outside. */
const JUMPS_INSIDE = 1_000_000
const NO_TAGS = [] as const
const NONE = [] as const
/** What somebody has said or shown. */
const SELECTABLE: ReadonlySet<string> = new Set<Message['body']['kind']>(['text', 'image', 'file'])
/** While more is being read, what is there stays. */
const KEEP = { keep: true } as const

export interface Jump {
  readonly seq: number
  readonly nonce: number
}

export interface ThreadPanelProps {
  readonly view: OpenView
  readonly jump: Jump | null
  /** Another conversation with the same customer. */
  readonly onOpen: (id: ConversationId) => void
  /** Puts this where it can be written again. */
  readonly onEdit: (given: Given) => void
  /** The next answer quotes this message. */
  readonly onQuote: (quote: Quote) => void
  /** These were taken back: they cannot be quoted any more. */
  readonly onRecalled: (ids: readonly MessageId[]) => void
}

/** The messages of one conversation. Give it the conversation's id as key. */
export const ThreadPanel = (props: ThreadPanelProps) => {
  const { view } = props
  const { t } = useTranslation('thread')
  const conversationId = view.conversation.id
  const [pages, setPages] = useState(1)
  const [place] = useState(() => placeBefore(conversationId))
  useEffect(() => forgetPlace, [])
  /** To what a message quotes; a jump from outside that comes later goes before it. */
  const [inside, setInside] = useState<{ readonly jump: Jump; readonly after: Jump | null } | null>(null)
  const jump = inside && inside.after === props.jump ? inside.jump : props.jump
  const reached = jump ?? place
  const wanted = reached ? Math.max(PAGE, view.conversation.lastSeq - reached.seq + PAGE) : PAGE
  const limit = Math.max(pages * PAGE, wanted)
  const thread = useQuery('thread.messages', { conversationId, limit }, KEEP)
  if (!thread) return <Skeleton rows={6} rowHeight={64} avatar />
  return (
    <Messages
      {...props}
      thread={thread}
      limit={limit}
      jump={jump}
      place={place}
      onJump={(seq) => {
        setInside((before) => ({
          jump: { seq, nonce: (before?.jump.nonce ?? JUMPS_INSIDE) + 1 },
          after: props.jump,
        }))
      }}
      onMore={() => {
        setPages((count) => Math.max(count, Math.ceil(limit / PAGE)) + 1)
      }}
      empty={
        <p className="fy-thread-empty">
          {t('empty')}
          <span className="fy-secondary">{t('emptyHint')}</span>
        </p>
      }
    />
  )
}

interface MessagesProps extends ThreadPanelProps {
  readonly place: Place | null
  readonly onJump: (seq: number) => void
  readonly thread: ThreadView
  readonly limit: number
  readonly onMore: () => void
  readonly empty: ReactNode
}

const Messages = (props: MessagesProps) => {
  const { view, thread, limit, jump, place, onOpen, onEdit, onQuote, onRecalled, onJump, onMore, empty } =
    props
  const { t } = useTranslation('thread')
  const conversationId = view.conversation.id
  const calm = useCalm()
  const organization = useQuery('organization.get', {})
  const connection = useConnection()
  const self = useQuery('account.current', {})?.me?.agentId
  const isOwn = (sender: Message['sender']): boolean => sender.kind === 'agent' && sender.agentId === self
  const recalling = useRecall()
  const [atEnd, setAtEnd] = useState(place === null)
  useReadPosition(conversationId, view.conversation.lastSeq, view.entry?.readSeq ?? null, atEnd)

  const customer = 'customer' in view ? view : null
  const notes = useQuery('session-notes.list', { conversationId }) ?? NONE
  const queued = useQuery('queued.list', {}) ?? NONE
  const unreadFrom = useUnreadMark(
    thread,
    atEnd,
    ({ sender }) => sender.kind === 'agent' && (customer !== null || sender.agentId === self),
  )
  const said = threadItems(
    { ...thread, unreadFrom },
    savingIn(useSaving().texts, conversationId, thread),
    customer === null && self ? self : null,
    customer?.session?.id ?? null,
  )
  const deleted = thread.forgotten
  const written = withNotes(said, deleted ? notes.filter(({ at }) => at > deleted.at) : notes, thread.more)
  const items: readonly ThreadItem[] =
    deleted && !thread.more ? [{ kind: 'forgotten', key: 'forgotten', at: deleted.at }, ...written] : written
  const name = useViewName()(view)
  const nameOfSender = useSenderName(view)
  const quotedBy = (body: { readonly kind: string; readonly quote?: Quote | undefined }): string =>
    body.quote ? nameOfSender(body.quote.sender) : ''
  const quote = (message: Message): void => {
    const made = quoteOf(message)
    if (made) onQuote(made)
  }
  const recall = (message: Message): void => {
    void recalling.recall(message)
  }

  const annotating = useAnnotating()
  const readable = thread.messages.findLast(({ body, sender }) => body.kind === 'text' && !isOwn(sender))
  useAction('translate', readable && annotating.wantedOf(readable) ? () => annotating.ask(readable) : null)
  const chosen = useSelection()
  const selection = chosen.selection?.conversationId === conversationId ? chosen.selection : null
  const selectable = thread.messages.filter(({ body: { kind } }) => SELECTABLE.has(kind))
  const choose = ({ id }: Message): void => {
    toggleMessage(conversationId, id)
  }
  const extend = (to: string | 1 | -1): void => {
    const order = selectable.map(({ id }) => id)
    if (typeof to === 'number') stepSelection(conversationId, order, to)
    else if (order.includes(to as MessageId)) selectUpTo(conversationId, order, to as MessageId)
  }
  useEffect(() => clearSelection, [])
  const [menu, setMenu] = useState<MessageMenuAt | null>(null)
  const openMenu = (key: string, row: HTMLElement, point: Point): boolean => {
    const item = items.find((one) => one.key === key)
    if (item?.kind !== 'message' || !SELECTABLE.has(item.message.body.kind)) return false
    setMenu({ message: item.message, ...point, marked: markedIn(row), picture: pictureIn(row) })
    return true
  }

  const tellRecalled = useEffectEvent((): void => {
    onRecalled(thread.messages.flatMap(({ id, body }) => (body.kind === 'recalled' ? [id] : [])))
  })
  useEffect(() => {
    tellRecalled()
  }, [thread.messages])
  // What colleagues write belongs into nobody's profile.
  const tags = customer ? (organization?.tags ?? NO_TAGS) : null
  const markable = tags && { conversationId, tags }
  const pictures = picturesIn(thread.messages)
  // What is looked for there is deleted here: the line that says so has the way to it.
  const isDeleted = jump && deleted && !thread.more && jump.seq <= deleted.seq
  const target = jump ? thread.messages.find(({ seq }) => seq === jump.seq) : undefined
  const back = jump ? (thread.messages[0]?.seq ?? 0) - jump.seq : 0
  // Nothing of it is kept here: it is fetched when it is opened.
  const bare = thread.messages.length === 0 && thread.more
  useLearnPreviews()
  const older = useOlder({
    conversationId,
    limit,
    have: thread.messages.length,
    missing: bare || (back > 0 && back <= FARTHEST && thread.more),
    onMore,
  })

  const renderItem = (item: ThreadItem): ReactNode => {
    switch (item.kind) {
      case 'day':
        return <DaySeparator at={item.at} />
      case 'unread':
        return <UnreadMark />
      case 'earlier':
        return <EarlierLine />
      case 'forgotten':
        return <ForgottenLine conversationId={conversationId} at={item.at} />
      case 'gap':
        return <GapLine />
      case 'system':
        return (
          <SystemLine message={item.message} onOpen={onOpen}>
            {customer && isEndOf(item.message, customer.session) ? <ReopenButton view={customer} /> : null}
            {customer?.session && isBeginningOf(item.message, customer.session) ? (
              <SourceRow session={customer.session} />
            ) : null}
            {customer && isGivenOn(item.message) ? <EarlierMessages /> : null}
          </SystemLine>
        )
      case 'unsent':
        return (
          <UnsentRow
            item={item.item}
            first={item.first}
            offline={connection === 'offline'}
            onEdit={onEdit}
            quoted={item.item.body.kind === 'text' ? quotedBy(item.item.body) : ''}
            onJump={onJump}
          />
        )
      case 'recalled':
        return (
          <RecalledLine
            message={item.message}
            own={isOwn(item.message.sender)}
            author={nameOfSender(item.message.sender)}
            onEdit={onEdit}
          />
        )
      case 'note':
        return (
          <NoteRow
            note={item.note}
            author={nameOfSender({ kind: 'agent', agentId: item.note.agentId })}
            waiting={queued.some(({ noteId }) => noteId === item.note.id)}
          />
        )
      case 'saving':
        return <SavingRow text={item.text} first={item.first} />
      case 'message': {
        const { sender, body } = item.message
        return (
          <MessageRow
            message={item.message}
            own={customer ? sender.kind === 'agent' : isOwn(sender)}
            first={item.first}
            delivery={item.delivery}
            authorId={sender.kind === 'agent' ? sender.agentId : (customer?.customer.id ?? '')}
            author={nameOfSender(sender)}
            marked={item.message.id === target?.id}
            quoted={body.kind === 'text' ? quotedBy(body) : ''}
            onRecall={isOwn(sender) ? recall : null}
            onQuote={quote}
            onJump={onJump}
            chosen={selection ? selection.ids.has(item.message.id) : null}
            onChoose={choose}
          />
        )
      }
    }
  }

  return (
    <AnnotatingContext value={annotating}>
      <MarkableContext value={markable}>
        {recalling.failure === null ? null : (
          <div className="fy-thread-failure">
            <ErrorLine text={recalling.failure}>
              <Button onClick={recalling.dismiss}>{t('close')}</Button>
            </ErrorLine>
          </div>
        )}
        {items.length === 0 ? (
          bare && !older.isEnd ? (
            <NotHere failure={older.failure} onRetry={older.fetch} />
          ) : (
            empty
          )
        ) : (
          <PicturesContext value={pictures}>
            <CalmContext value={calm}>
              <MessageList
                label={t('messagesOf', { name })}
                items={items}
                more={thread.more}
                failure={older.failure}
                jump={
                  jump && target
                    ? { key: target.id, nonce: jump.nonce }
                    : isDeleted
                      ? { key: 'forgotten', nonce: jump.nonce }
                      : null
                }
                lastSeq={view.conversation.lastSeq}
                place={place}
                onLeave={(at) => {
                  keepPlace(conversationId, at)
                }}
                onOlder={older.load}
                onAtEnd={setAtEnd}
                onFirstNew={onJump}
                onExtend={extend}
                onMenu={openMenu}
                render={renderItem}
              />
            </CalmContext>
          </PicturesContext>
        )}
        {menu ? (
          <MessageMenu
            conversationId={conversationId}
            at={menu}
            onRecall={isOwn(menu.message.sender) ? recall : null}
            onQuote={quote}
            onChoose={choose}
            onClose={() => {
              setMenu(null)
            }}
          />
        ) : null}
        <LineAnnouncer messages={thread.messages} />
        <AnnotationAnnouncer messages={thread.messages} />
        <TypingLine view={view} />
        {selection ? (
          <SelectionBar
            conversationId={conversationId}
            messages={selectable.filter(({ id }) => selection.ids.has(id))}
            nameOf={nameOfSender}
            onQuote={quote}
          />
        ) : null}
      </MarkableContext>
    </AnnotatingContext>
  )
}

/** The line with which the conversation's latest session ended. */
const isEndOf = ({ body, sessionId }: Message, session: Session | null): boolean =>
  body.kind === 'system' && body.code === 'session-ended' && session !== null && sessionId === session.id

const isGivenOn = ({ body }: Message): boolean =>
  body.kind === 'system' && body.code === 'session-transferred'
