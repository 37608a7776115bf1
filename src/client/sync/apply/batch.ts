import { previewOf } from '../../../domain/messages/previewOf.ts'
import { repliesAfter } from '../../../domain/paths/replies.ts'
import type {
  AgentId,
  Conversation,
  ConversationId,
  Message,
  MessageId,
  Scope,
} from '../../../protocol/model/index.ts'
import { readTail, saveTail } from '../../store/conversations.ts'
import type { WriteDb } from '../../store/database.ts'
import { saveGap } from '../../store/gaps.ts'
import { advanceRead } from '../../store/listEntries.ts'
import { insertMessage, replaceMessage } from '../../store/messages.ts'

/** What the entries of one transaction share. */
export interface Batch {
  readonly db: WriteDb
  /** Puts a message in place and moves its conversation on. */
  append(message: Message): void
  /** Puts another form of a message in place. */
  replace(message: Message): void
  /** A number of the thread exists but its message could not be read. */
  skip(conversationId: ConversationId, seq: number): void
  /** The conversation was put in place as a whole. */
  placed(
    thread: Pick<Conversation, 'id' | 'lastSeq' | 'preview'> & Pick<Tail, 'replies'>,
    waitingSince: number | null,
  ): void
  /** The own list entry was put in place or removed as a whole. */
  listed(conversationId: ConversationId): void
  /** The conversation is gone. */
  removed(conversationId: ConversationId): void
  /** A scope is followed or lost from here on. */
  readonly onScope: (scope: Scope, change: 'followed' | 'lost') => void
  /** Ids of the messages of agents that came with this batch: own ones may leave the outbox. */
  readonly sent: MessageId[]
  /** Whether numbers were left out that have to be fetched. */
  hasGap(): boolean
  /** Writes what was gathered. */
  finish(): void
}

/** The end of a conversation as the batch has moved it so far. */
interface Tail {
  lastSeq: number
  readonly preview: Conversation['preview']
  waitingSince: number | null
  /** Of the customer's messages in this batch. */
  lastCustomerAt: number | null
  /** Null where colleagues are among themselves: nothing there is said to a customer. */
  replies: number | null
  /** The message to show in the list; null: the one that `preview` shows. */
  newest: Message | null
}

/**
 * Gathers what many messages of one conversation change in it, and writes it once.
 *
 * During a catch-up that is the difference between one statement a message and three.
 */
export const createBatch = (db: WriteDb, onScope: Batch['onScope'], self?: AgentId): Batch => {
  const tails = new Map<ConversationId, Tail | null>()
  const moved = new Set<ConversationId>()
  const sent: MessageId[] = []
  /** How far own messages have moved the read position. */
  const ownRead = new Map<ConversationId, number>()
  let gap = false

  const tailOf = (conversationId: ConversationId): Tail | null => {
    const known = tails.get(conversationId)
    if (known !== undefined) return known
    const read = readTail(db, conversationId)
    const tail = read && { ...read, lastCustomerAt: null, newest: null }
    tails.set(conversationId, tail)
    return tail
  }
  const moveOn = (tail: Tail, message: Message): void => {
    tail.lastSeq = Math.max(tail.lastSeq, message.seq)
    tail.newest = message
    tail.waitingSince = waitingAfter(tail.waitingSince, message)
    if (message.sender.kind === 'customer') tail.lastCustomerAt = message.at
    if (tail.replies !== null) tail.replies = repliesAfter(tail.replies, message)
    moved.add(message.conversationId)
  }
  const noteGap = (conversationId: ConversationId, from: number, to: number): void => {
    if (from > to) return
    saveGap(db, { conversationId, from, to })
    gap = true
  }

  return {
    db,
    onScope,
    sent,
    append: (message) => {
      const { conversationId } = message
      insertMessage(db, message)
      if (message.sender.kind === 'agent') {
        sent.push(message.id)
        if (message.sender.agentId === self) {
          ownRead.set(conversationId, Math.max(ownRead.get(conversationId) ?? 0, message.seq))
        }
      }
      const tail = tailOf(conversationId)
      if (!tail) return
      if (message.seq > tail.lastSeq) {
        noteGap(conversationId, tail.lastSeq + 1, message.seq - 1)
        moveOn(tail, message)
      } else if (message.seq > ((tail.newest ?? tail.preview)?.seq ?? 0)) moveOn(tail, message)
      else db.touch(`messages:${conversationId}`)
    },
    replace: (message) => {
      const { conversationId, seq } = message
      replaceMessage(db, message)
      const tail = tailOf(conversationId)
      if (tail && (tail.newest ?? tail.preview)?.seq === seq) {
        tail.newest = message
        moved.add(conversationId)
      } else db.touch(`messages:${conversationId}`)
    },
    skip: (conversationId, seq) => {
      const tail = tailOf(conversationId)
      if (!tail || seq <= tail.lastSeq) return
      noteGap(conversationId, tail.lastSeq + 1, seq)
      tail.lastSeq = seq
      moved.add(conversationId)
    },
    placed: (conversation, waitingSince) => {
      moved.delete(conversation.id)
      tails.set(conversation.id, {
        lastSeq: conversation.lastSeq,
        preview: conversation.preview,
        waitingSince,
        lastCustomerAt: null,
        replies: conversation.replies,
        newest: null,
      })
    },
    listed: (conversationId) => {
      ownRead.delete(conversationId)
    },
    removed: (conversationId) => {
      moved.delete(conversationId)
      tails.set(conversationId, null)
    },
    hasGap: () => gap,
    finish: () => {
      for (const conversationId of moved) {
        const tail = tails.get(conversationId)
        if (!tail) continue
        const { lastSeq, waitingSince, lastCustomerAt, replies, newest } = tail
        saveTail(db, conversationId, {
          lastSeq,
          waitingSince,
          lastCustomerAt,
          replies: replies ?? 0,
          preview: newest ? previewOf(newest) : tail.preview,
        })
      }
      moved.clear()
      for (const [conversationId, seq] of ownRead) advanceRead(db, conversationId, seq)
      ownRead.clear()
    },
  }
}

/** Who waits since when, after one more message: system lines change nothing, an answer ends the waiting. */
export const waitingAfter = (waitingSince: number | null, message: Message): number | null => {
  switch (message.sender.kind) {
    case 'customer':
      return waitingSince ?? message.at
    case 'agent':
      return null
    case 'system':
      return waitingSince
  }
}
