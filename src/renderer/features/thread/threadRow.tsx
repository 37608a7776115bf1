import type { ReactNode } from 'react'

import type { OpenView, QueryResult } from '../../../client/api.ts'
import type { ConversationId, Message, MessageId, Quote, Session } from '../../../protocol/model/index.ts'
import { ReopenButton } from '../endings/index.ts'
import { EarlierMessages } from './EarlierMessages.tsx'
import { ForgottenLine } from './ForgottenLine.tsx'
import type { Given } from './given.ts'
import type { ThreadItem } from './items.ts'
import { DaySeparator, EarlierLine, GapLine, SystemLine, UnreadMark } from './lines.tsx'
import { MessageRow } from './MessageRow.tsx'
import { NoteRow } from './NoteRow.tsx'
import { RecalledLine } from './RecalledLine.tsx'
import { SavingRow } from './SavingRow.tsx'
import { isBeginningOf, SourceRow } from './SourceRow.tsx'
import { UnsentRow } from './UnsentRow.tsx'

/** What the rows of a thread have in common. */
export interface RowSurroundings {
  readonly view: OpenView
  readonly isOwn: (sender: Message['sender']) => boolean
  readonly nameOf: (sender: Message['sender']) => string
  readonly isOffline: boolean
  /** Notes of this device that the server does not have yet. */
  readonly queued: QueryResult<'queued.list'>
  /** The message that was led to. */
  readonly target: MessageId | null
  /** Null: nothing is being selected. */
  readonly chosen: ReadonlySet<string> | null
  readonly onChoose: (message: Message) => void
  readonly onRecall: (message: Message) => void
  readonly onQuote: (message: Message) => void
  readonly onJump: (seq: number) => void
  readonly onOpen: (id: ConversationId) => void
  readonly onEdit: (given: Given) => void
}

/** One row: something said, or what happened between. */
export const threadRow = (item: ThreadItem, around: RowSurroundings): ReactNode => {
  const { view, isOwn, nameOf, onRecall, onQuote, onJump, onOpen, onEdit } = around
  const conversationId = view.conversation.id
  const customer = 'customer' in view ? view : null
  const quotedIn = (body: { readonly kind: string; readonly quote?: Quote | undefined }): string =>
    body.kind === 'text' && body.quote ? nameOf(body.quote.sender) : ''
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
          offline={around.isOffline}
          onEdit={onEdit}
          quoted={quotedIn(item.item.body)}
          onJump={onJump}
        />
      )
    case 'recalled':
      return (
        <RecalledLine
          message={item.message}
          own={isOwn(item.message.sender)}
          author={nameOf(item.message.sender)}
          onEdit={onEdit}
        />
      )
    case 'note':
      return (
        <NoteRow
          note={item.note}
          author={nameOf({ kind: 'agent', agentId: item.note.agentId })}
          waiting={around.queued.some(({ noteId }) => noteId === item.note.id)}
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
          author={nameOf(sender)}
          marked={item.message.id === around.target}
          quoted={quotedIn(body)}
          onRecall={isOwn(sender) ? onRecall : null}
          onQuote={onQuote}
          onJump={onJump}
          chosen={around.chosen ? around.chosen.has(item.message.id) : null}
          onChoose={around.onChoose}
        />
      )
    }
  }
}

/** The line with which the conversation's latest session ended. */
const isEndOf = ({ body, sessionId }: Message, session: Session | null): boolean =>
  body.kind === 'system' && body.code === 'session-ended' && session !== null && sessionId === session.id

const isGivenOn = ({ body }: Message): boolean =>
  body.kind === 'system' && body.code === 'session-transferred'
