import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationView, ThreadView } from '../../../client/api.ts'
import { quoteOf } from '../../../domain/messages/quoteOf.ts'
import type {
  Agent,
  ConversationId,
  Message,
  MessageId,
  Quote,
  Sender,
} from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useContactName, useErrorText } from '../../i18n/index.ts'
import { Button, ErrorLine, plainText, Skeleton } from '../../ui/index.ts'
import { threadItems, type ThreadItem } from './items.ts'
import { DaySeparator, GapLine, SystemLine, UnreadMark } from './lines.tsx'
import { MessageList } from './MessageList.tsx'
import { MessageRow } from './MessageRow.tsx'
import { RecalledLine } from './RecalledLine.tsx'
import { savingIn, useSaving } from './saving.ts'
import { SavingRow } from './SavingRow.tsx'
import { UnsentRow } from './UnsentRow.tsx'
import { useReadPosition } from './useReadPosition.ts'
import { useRecall } from './useRecall.ts'

import './thread.css'

/** Messages a thread is opened with, and that are read with each step back. */
export const PAGE = 50
/** Jumps inside have numbers of their own, so that none is taken for one from outside. */
const JUMPS_INSIDE = 1_000_000
/** While more is being read, what is there stays. */
const KEEP = { keep: true } as const

export interface Jump {
  readonly seq: number
  readonly nonce: number
}

export interface ThreadPanelProps {
  readonly view: ConversationView
  readonly jump: Jump | null
  /** Another conversation with the same customer. */
  readonly onOpen: (id: ConversationId) => void
  /** Puts this where it can be written again. */
  readonly onEdit: (text: string, files: readonly File[]) => void
  /** The next answer quotes this message. */
  readonly onQuote: (quote: Quote, author: string) => void
  /** These were taken back: they cannot be quoted any more. */
  readonly onRecalled: (ids: readonly MessageId[]) => void
}

/** The messages of one conversation. Give it the conversation's id as key. */
export const ThreadPanel = (props: ThreadPanelProps) => {
  const { view } = props
  const { t } = useTranslation('thread')
  const conversationId = view.conversation.id
  const [pages, setPages] = useState(1)
  /** To what a message quotes; a jump from outside that comes later goes before it. */
  const [inside, setInside] = useState<{ readonly jump: Jump; readonly after: Jump | null } | null>(null)
  const jump = inside && inside.after === props.jump ? inside.jump : props.jump
  const wanted = jump ? Math.max(PAGE, view.conversation.lastSeq - jump.seq + PAGE) : PAGE
  const limit = Math.max(pages * PAGE, wanted)
  const thread = useQuery('thread.messages', { conversationId, limit }, KEEP)
  if (!thread) return <Skeleton rows={6} rowHeight={64} avatar />
  return (
    <Messages
      {...props}
      thread={thread}
      limit={limit}
      jump={jump}
      onJump={(seq) => {
        setInside((before) => ({
          jump: { seq, nonce: (before?.jump.nonce ?? JUMPS_INSIDE) + 1 },
          after: props.jump,
        }))
      }}
      onMore={() => {
        setPages((count) => Math.max(count, Math.ceil(limit / PAGE)) + 1)
      }}
      empty={<p className="fy-thread-empty">{t('empty')}</p>}
    />
  )
}

interface MessagesProps extends ThreadPanelProps {
  readonly onJump: (seq: number) => void
  readonly thread: ThreadView
  readonly limit: number
  readonly onMore: () => void
  readonly empty: ReactNode
}

const Messages = (props: MessagesProps) => {
  const { view, thread, limit, jump, onOpen, onEdit, onQuote, onRecalled, onJump, onMore, empty } = props
  const { t } = useTranslation('thread')
  const conversationId = view.conversation.id
  const run = useRun()
  const errorText = useErrorText()
  const nameOf = useContactName()
  const organization = useQuery('organization.get', {})
  const status = useQuery('connection.status', {})
  const self = useQuery('account.current', {})?.me?.agentId
  const recalling = useRecall()
  const [loading, setLoading] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [atEnd, setAtEnd] = useState(true)
  useReadPosition(conversationId, view.conversation.lastSeq, view.entry?.readSeq ?? null, atEnd)

  const items = threadItems(thread, savingIn(useSaving().texts, conversationId, thread))
  const customerName = nameOf(view)
  const agents = agentsById(organization?.agents ?? [])
  const nameOfSender = (sender: Sender): string =>
    sender.kind === 'agent' ? (agents.get(sender.agentId)?.outwardName ?? t('formerAgent')) : customerName
  const quotedBy = (body: { readonly kind: string; readonly quote?: Quote | undefined }): string =>
    body.quote ? nameOfSender(body.quote.sender) : ''
  const quote = (message: Message): void => {
    const made = quoteOf(message)
    if (made) onQuote(made, nameOfSender(message.sender))
  }
  const recall = (message: Message): void => {
    void recalling.recall(message)
  }

  const tellRecalled = useEffectEvent((): void => {
    onRecalled(thread.messages.flatMap(({ id, body }) => (body.kind === 'recalled' ? [id] : [])))
  })
  useEffect(() => {
    tellRecalled()
  }, [thread.messages])
  const target = jump ? thread.messages.find(({ seq }) => seq === jump.seq) : undefined

  // What is kept here is shown first; only beyond it the server is asked.
  const older = async (): Promise<void> => {
    if (loading) return
    if (thread.messages.length >= limit) {
      onMore()
      return
    }
    setLoading(true)
    const answer = await run('history.load', { conversationId })
    setLoading(false)
    if (!answer.ok) setFailure(errorText(answer.code, answer.details))
    else if (answer.value.loaded > 0) onMore()
  }

  const isOwn = ({ sender }: Message): boolean => sender.kind === 'agent' && sender.agentId === self

  const renderItem = (item: ThreadItem): ReactNode => {
    switch (item.kind) {
      case 'day':
        return <DaySeparator at={item.at} />
      case 'unread':
        return <UnreadMark />
      case 'gap':
        return <GapLine />
      case 'system':
        return <SystemLine message={item.message} onOpen={onOpen} />
      case 'unsent':
        return (
          <UnsentRow
            item={item.item}
            first={item.first}
            offline={status?.state === 'offline'}
            onEdit={(text) => {
              onEdit(text, [])
            }}
            quoted={item.item.body.kind === 'text' ? quotedBy(item.item.body) : ''}
            onJump={onJump}
          />
        )
      case 'recalled':
        return (
          <RecalledLine
            message={item.message}
            own={isOwn(item.message)}
            author={nameOfSender(item.message.sender)}
            onEdit={onEdit}
          />
        )
      case 'saving':
        return <SavingRow text={item.text} first={item.first} />
      case 'message': {
        const { sender, body } = item.message
        return (
          <MessageRow
            message={item.message}
            first={item.first}
            delivery={item.delivery}
            authorId={sender.kind === 'agent' ? sender.agentId : view.customer.id}
            author={nameOfSender(sender)}
            marked={item.message.id === target?.id}
            quoted={body.kind === 'text' ? quotedBy(body) : ''}
            onRecall={isOwn(item.message) ? recall : null}
            onQuote={quote}
            onJump={onJump}
          />
        )
      }
    }
  }

  return (
    <>
      {failure === null ? null : (
        <div className="fy-thread-failure">
          <ErrorLine text={failure}>
            <Button
              onClick={() => {
                setFailure(null)
              }}
            >
              {t('retry')}
            </Button>
          </ErrorLine>
        </div>
      )}
      {recalling.failure === null ? null : (
        <div className="fy-thread-failure">
          <ErrorLine text={recalling.failure}>
            <Button onClick={recalling.dismiss}>{t('close')}</Button>
          </ErrorLine>
        </div>
      )}
      {items.length === 0 ? (
        empty
      ) : (
        <MessageList
          label={t('messagesOf', { name: customerName })}
          items={items}
          more={thread.more && failure === null}
          jump={jump && target ? { key: target.id, nonce: jump.nonce } : null}
          lastSeq={view.conversation.lastSeq}
          onOlder={() => {
            void older()
          }}
          onAtEnd={setAtEnd}
          render={renderItem}
        />
      )}
      {/* Read aloud, each letter would interrupt the agent. */}
      <p className="fy-thread-typing" aria-live={view.typedText ? 'off' : 'polite'}>
        {view.typing
          ? view.typedText
            ? t('typed', { name: customerName, text: plainText(view.typedText) })
            : t('typing', { name: customerName })
          : ''}
      </p>
    </>
  )
}

const agentsById = (agents: readonly Agent[]): ReadonlyMap<string, Agent> =>
  new Map(agents.map((agent) => [agent.id, agent]))
