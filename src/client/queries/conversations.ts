import { foreignIn } from '../../domain/messages/wrongCustomer.ts'
import type { Conversation, ConversationId, ListEntry } from '../../protocol/model/index.ts'
import type { ConversationView, ForeignPart, ThreadView } from '../api.ts'
import { customerWith, remarkWith } from '../commands/queuedEffects.ts'
import { countUnread, listedLanguages } from '../store/conversationList.ts'
import { readConversation, readTail } from '../store/conversations.ts'
import { readCustomer } from '../store/customers.ts'
import type { ReadDb } from '../store/database.ts'
import { readDraftFile } from '../store/draftFiles.ts'
import { NO_DRAFT, readDraft } from '../store/drafts.ts'
import { listForgotten, readForgotten } from '../store/forgottenThreads.ts'
import { readListEntry } from '../store/listEntries.ts'
import { readCustomerWords, readNewestRun } from '../store/messages.ts'
import { readOpenPersons } from '../store/openPersons.ts'
import { readPrivateRemark } from '../store/privateRemarks.ts'
import { readReminder } from '../store/reminders.ts'
import { readSession } from '../store/sessions.ts'
import { listWritten } from '../store/written.ts'
import { LIST_TOPICS, readRows, updateRows } from './conversationRows.ts'
import { LIST_MS, type QueryContext, type QueryDefinition } from './definition.ts'

export const conversationQueries = {
  'conversations.list': {
    topics: () => LIST_TOPICS,
    everyMs: LIST_MS,
    read: (context, args) => readRows(context, args),
    update: (context, args, known) => updateRows(context, args, known),
  },
  'conversations.unread': {
    topics: () => ['conversations'],
    everyMs: LIST_MS,
    read: ({ store }) => countUnread(store.cache),
  },
  'conversations.languages': {
    topics: () => ['customers'],
    everyMs: LIST_MS,
    read: ({ store }) => listedLanguages(store.cache),
  },
  'conversation.get': {
    topics: ({ conversationId }) => [
      `conversation:${conversationId}`,
      'queued:customer',
      'queued:private-remark',
      'typing',
      'viewing',
      'customers-online',
    ],
    read: (context, { conversationId }) => readView(context, conversationId),
  },
  'thread.messages': {
    topics: ({ conversationId }) => [`messages:${conversationId}`, `outbox:${conversationId}`],
    read: (context, { conversationId, limit }) => readThread(context, conversationId, limit),
  },
  'forgotten-threads.list': {
    topics: () => ['forgotten-threads'],
    read: ({ store }) => listForgotten(store.cache),
  },
  'draft.get': {
    topics: ({ conversationId }) => [`draft:${conversationId}`, 'account'],
    read: ({ store, agentId }, { conversationId }) => {
      const me = agentId()
      if (me === null) return NO_DRAFT
      const draft = readDraft(store.own, store.cache, me, conversationId)
      const { text, caret, quote, files, writer, base } = draft
      return { text, caret, quote, files, writer, base }
    },
  },
  'draft-file.get': {
    topics: () => ['account'],
    read: ({ store, agentId }, { id, mime }) => {
      const me = agentId()
      const parts = me === null ? null : readDraftFile(store.own, me, id)
      return { file: parts && new Blob(parts as Uint8Array<ArrayBuffer>[], { type: mime }) }
    },
  },
  'text.foreign': {
    topics: () => ['account'],
    read: (context, args) => readForeign(context, args),
  },
  'written.list': {
    topics: () => ['account'],
    read: ({ store, agentId }, { conversationId }) => {
      const me = agentId()
      return me === null ? [] : listWritten(store.own, me, conversationId)
    },
  },
  'outbox.file': {
    topics: () => ['outbox', 'account'],
    read: ({ unsentFile }, { id }) => ({ file: unsentFile(id) }),
  },
  'outbox.list': {
    topics: () => ['outbox', 'account'],
    read: ({ outbox }) => outbox(null),
  },
} satisfies {
  'conversations.list': QueryDefinition<'conversations.list'>
  'conversations.unread': QueryDefinition<'conversations.unread'>
  'conversations.languages': QueryDefinition<'conversations.languages'>
  'conversation.get': QueryDefinition<'conversation.get'>
  'thread.messages': QueryDefinition<'thread.messages'>
  'forgotten-threads.list': QueryDefinition<'forgotten-threads.list'>
  'draft.get': QueryDefinition<'draft.get'>
  'draft-file.get': QueryDefinition<'draft-file.get'>
  'text.foreign': QueryDefinition<'text.foreign'>
  'written.list': QueryDefinition<'written.list'>
  'outbox.file': QueryDefinition<'outbox.file'>
  'outbox.list': QueryDefinition<'outbox.list'>
}

const readForeign = (
  { store, agentId }: QueryContext,
  { conversationId, text }: { readonly conversationId: ConversationId; readonly text: string },
): ForeignPart | null => {
  const me = agentId()
  const persons = me === null ? [] : readOpenPersons(store.cache, me, conversationId)
  const own = persons.find((one) => one.conversationId === conversationId)
  const others = persons.filter(({ customer }) => customer.id !== own?.customer.id)
  const foreign = own && foreignIn(text, own, others)
  if (!foreign) return null
  const { names, customer } = foreign.person
  return { found: foreign.found, customerName: names[0] ?? '', customerNumber: customer.number }
}

const readView = (
  { store, moment, effective }: QueryContext,
  conversationId: ConversationId,
): ConversationView | null => {
  const conversation = readConversation(store.cache, conversationId)
  const customer = conversation && readCustomer(store.cache, conversation.customerId)
  if (!conversation || !customer) return null
  const queued = effective()
  return {
    conversation,
    customer: customerWith(customer, queued),
    remark: remarkWith(readPrivateRemark(store.cache, customer.id), customer.id, queued),
    session: conversation.sessionId === null ? null : readSession(store.cache, conversation.sessionId),
    entry: readListEntry(store.cache, conversationId),
    reminder: readReminder(store.cache, conversationId),
    online: moment.isOnline(conversationId),
    typing: moment.isTyping(conversationId),
    viewers: moment.viewers(conversationId),
    writers: moment.colleaguesTyping(conversationId),
    typedText: moment.typedText(conversationId),
  }
}

const readThread = (
  { store, outbox }: QueryContext,
  conversationId: ConversationId,
  limit: number,
): ThreadView => {
  const conversation = readConversation(store.cache, conversationId)
  const { messages, gap } = readNewestRun(store.cache, conversationId, limit)
  const entry = readListEntry(store.cache, conversationId)
  const lastSeq = readTail(store.cache, conversationId)?.lastSeq ?? 0
  const forgotten = readForgotten(store.cache, conversationId)
  return {
    messages,
    unsent: outbox(conversationId),
    more: (messages[0]?.seq ?? lastSeq + 1) > (forgotten?.seq ?? 0) + 1,
    forgotten,
    gap,
    deliveredSeq: conversation?.deliveredSeq ?? 0,
    readSeq: conversation?.readSeq ?? 0,
    unreadFrom:
      entry && entry.readSeq < lastSeq ? firstUnread(store.cache, conversation, entry, lastSeq) : null,
  }
}

/** More lines than report how a session began. */
const LINES = 50

/**
 * Where the unread messages begin.
 *
 * An agent who has just been given the session has its first words to read, and the lines behind them that report how it
 * began; the read position is then so placed that the number is that of the customer's messages.
 */
const firstUnread = (
  cache: ReadDb,
  conversation: Conversation | null,
  { readSeq }: ListEntry,
  lastSeq: number,
): number => {
  const words =
    conversation?.sessionId &&
    readCustomerWords(cache, conversation.id, conversation.sessionId, lastSeq - readSeq + LINES)
  return words && words.count === lastSeq - readSeq ? (words.firstSeq ?? readSeq + 1) : readSeq + 1
}
