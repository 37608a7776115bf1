import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationView, ThreadView } from '../../../client/api.ts'
import type { Agent } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useCustomerName, useErrorText } from '../../i18n/index.ts'
import { Button, ErrorLine, Skeleton } from '../../ui/index.ts'
import { threadItems, type ThreadItem } from './items.ts'
import { DaySeparator, GapLine, SystemLine, UnreadMark } from './lines.tsx'
import { MessageList } from './MessageList.tsx'
import { MessageRow } from './MessageRow.tsx'
import { savingIn, useSaving } from './saving.ts'
import { SavingRow } from './SavingRow.tsx'
import { UnsentRow } from './UnsentRow.tsx'
import { useReadPosition } from './useReadPosition.ts'

import './thread.css'

/** Messages a thread is opened with, and that are read with each step back. */
export const PAGE = 50
/** While more is being read, what is there stays. */
const KEEP = { keep: true } as const

export interface Jump {
  readonly seq: number
  readonly nonce: number
}

export interface ThreadPanelProps {
  readonly view: ConversationView
  readonly jump: Jump | null
  readonly onEdit: (text: string) => void
}

/** The messages of one conversation. Give it the conversation's id as key. */
export const ThreadPanel = ({ view, jump, onEdit }: ThreadPanelProps) => {
  const { t } = useTranslation('thread')
  const conversationId = view.conversation.id
  const [pages, setPages] = useState(1)
  const wanted = jump ? Math.max(PAGE, view.conversation.lastSeq - jump.seq + PAGE) : PAGE
  const limit = Math.max(pages * PAGE, wanted)
  const thread = useQuery('thread.messages', { conversationId, limit }, KEEP)
  if (!thread) return <Skeleton rows={6} rowHeight={64} avatar />
  return (
    <Messages
      view={view}
      thread={thread}
      limit={limit}
      jump={jump}
      onEdit={onEdit}
      onMore={() => {
        setPages((count) => Math.max(count, Math.ceil(limit / PAGE)) + 1)
      }}
      empty={<p className="fy-thread-empty">{t('empty')}</p>}
    />
  )
}

interface MessagesProps extends ThreadPanelProps {
  readonly thread: ThreadView
  readonly limit: number
  readonly onMore: () => void
  readonly empty: ReactNode
}

const Messages = ({ view, thread, limit, jump, onEdit, onMore, empty }: MessagesProps) => {
  const { t } = useTranslation('thread')
  const conversationId = view.conversation.id
  const run = useRun()
  const errorText = useErrorText()
  const nameOf = useCustomerName()
  const organization = useQuery('organization.get', {})
  const status = useQuery('connection.status', {})
  const [loading, setLoading] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [atEnd, setAtEnd] = useState(true)
  useReadPosition(conversationId, view.conversation.lastSeq, view.entry?.readSeq ?? null, atEnd)

  const items = threadItems(thread, savingIn(useSaving().texts, conversationId, thread))
  const customerName = nameOf(view.customer.name, view.customer.number)
  const agents = agentsById(organization?.agents ?? [])
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

  const renderItem = (item: ThreadItem): ReactNode => {
    switch (item.kind) {
      case 'day':
        return <DaySeparator at={item.at} />
      case 'unread':
        return <UnreadMark />
      case 'gap':
        return <GapLine />
      case 'system':
        return <SystemLine message={item.message} />
      case 'unsent':
        return (
          <UnsentRow
            item={item.item}
            first={item.first}
            offline={status?.state === 'offline'}
            onEdit={onEdit}
          />
        )
      case 'saving':
        return <SavingRow text={item.text} first={item.first} />
      case 'message': {
        const { sender } = item.message
        const agent = sender.kind === 'agent' ? agents.get(sender.agentId) : undefined
        return (
          <MessageRow
            message={item.message}
            first={item.first}
            delivery={item.delivery}
            authorId={sender.kind === 'agent' ? sender.agentId : view.customer.id}
            author={sender.kind === 'agent' ? (agent?.outwardName ?? t('formerAgent')) : customerName}
            marked={item.message.id === target?.id}
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
      <p className="fy-thread-typing" aria-live="polite">
        {view.typing ? t('typing', { name: customerName }) : ''}
      </p>
    </>
  )
}

const agentsById = (agents: readonly Agent[]): ReadonlyMap<string, Agent> =>
  new Map(agents.map((agent) => [agent.id, agent]))
