import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'

import type { OpenView, ThreadView } from '../../../client/api.ts'
import { quoteOf } from '../../../domain/messages/quoteOf.ts'
import type { ConversationId, Message, MessageId, Quote } from '../../../protocol/model/index.ts'
import { useConnection, useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'
import { useAction } from '../actions/index.ts'
import { useViewName } from '../chats/index.ts'
import { AnnotatingContext } from './annotating.ts'
import { AnnotationAnnouncer } from './AnnotationAnnouncer.tsx'
import { CalmContext, useCalm } from './calm.ts'
import type { Given } from './given.ts'
import type { ThreadItem } from './items.ts'
import { LineAnnouncer } from './LineAnnouncer.tsx'
import { MarkableContext } from './marks.ts'
import { MessageList, type Point } from './MessageList.tsx'
import { MessageMenu, type MessageMenuAt } from './MessageMenu.tsx'
import { NotHere } from './NotHere.tsx'
import { PicturesContext, picturesIn } from './pictures.ts'
import { keepPlace, type Place } from './place.ts'
import { useLearnPreviews } from './previews.ts'
import { clearSelection, selectUpTo, stepSelection, toggleMessage, useSelection } from './selection.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { threadRow } from './threadRow.tsx'
import { TypingLine } from './TypingLine.tsx'
import { markedIn, pictureIn } from './underPointer.ts'
import { useAnnotating } from './useAnnotating.ts'
import { FARTHEST, useOlder } from './useOlder.ts'
import { useReadPosition } from './useReadPosition.ts'
import { useRecall } from './useRecall.ts'
import { useSenderName } from './useSenderName.ts'
import { useThreadItems } from './useThreadItems.ts'

const NO_TAGS = [] as const
const NONE = [] as const
/** What somebody has said or shown. */
const SELECTABLE: ReadonlySet<string> = new Set<Message['body']['kind']>(['text', 'image', 'file'])

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

export interface MessagesProps extends ThreadPanelProps {
  readonly place: Place | null
  readonly onJump: (seq: number) => void
  readonly thread: ThreadView
  readonly limit: number
  readonly onMore: () => void
  readonly empty: ReactNode
}

/** What is kept of a thread, and what can be done with it. */
export const Messages = (props: MessagesProps) => {
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
  const queued = useQuery('queued.list', {}) ?? NONE
  const deleted = thread.forgotten
  const items = useThreadItems(view, thread, atEnd, self)
  const name = useViewName()(view)
  const nameOfSender = useSenderName(view)
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

  const row = (item: ThreadItem): ReactNode =>
    threadRow(item, {
      view,
      isOwn,
      nameOf: nameOfSender,
      isOffline: connection === 'offline',
      queued,
      target: target?.id ?? null,
      chosen: selection?.ids ?? null,
      onChoose: choose,
      onRecall: recall,
      onQuote: quote,
      onJump,
      onOpen,
      onEdit,
    })

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
                render={row}
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
