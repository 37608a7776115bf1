import type { AgentId, ConversationId } from '../../protocol/model/index.ts'
import type { ConversationRow, ConversationView, OutboxItem, ThreadView } from '../api.ts'
import { listConversations } from '../store/conversationList.ts'
import { readConversation } from '../store/conversations.ts'
import { readCustomer } from '../store/customers.ts'
import { readDraft, readDrafts } from '../store/drafts.ts'
import { readListEntry } from '../store/listEntries.ts'
import { readNewestRun } from '../store/messages.ts'
import { readPrivateRemark } from '../store/privateRemarks.ts'
import { listQuickReplies } from '../store/quickReplies.ts'
import { readSession } from '../store/sessions.ts'
import { LIST_MS, type QueryContext, type QueryDefinition } from './definition.ts'

export const conversationQueries = {
  'conversations.list': {
    topics: () => ['conversations', 'drafts', 'outbox', 'typing', 'customers-online', 'account'],
    everyMs: LIST_MS,
    read: (context, { filter }) => {
      const agentId = context.agentId()
      return agentId === null ? [] : listRows(context, agentId, filter)
    },
  },
  'conversation.get': {
    topics: ({ conversationId }) => [`conversation:${conversationId}`, 'typing', 'customers-online'],
    read: (context, { conversationId }) => readView(context, conversationId),
  },
  'thread.messages': {
    topics: ({ conversationId }) => [`messages:${conversationId}`, `outbox:${conversationId}`],
    read: (context, { conversationId, limit }) => readThread(context, conversationId, limit),
  },
  'draft.get': {
    topics: ({ conversationId }) => [`draft:${conversationId}`, 'account'],
    read: ({ store, agentId }, { conversationId }) => {
      const me = agentId()
      return { text: me === null ? '' : readDraft(store.own, me, conversationId) }
    },
  },
  'outbox.list': {
    topics: () => ['outbox', 'account'],
    read: ({ outbox }) => outbox(null),
  },
  'quick-replies.list': {
    topics: () => ['quick-replies'],
    read: ({ store }) => listQuickReplies(store.cache),
  },
} satisfies {
  'conversations.list': QueryDefinition<'conversations.list'>
  'conversation.get': QueryDefinition<'conversation.get'>
  'thread.messages': QueryDefinition<'thread.messages'>
  'draft.get': QueryDefinition<'draft.get'>
  'outbox.list': QueryDefinition<'outbox.list'>
  'quick-replies.list': QueryDefinition<'quick-replies.list'>
}

const listRows = (
  { store, moment, outbox }: QueryContext,
  agentId: AgentId,
  filter: 'in-session' | 'all',
): ConversationRow[] => {
  const drafts = readDrafts(store.own, agentId)
  const unsent = newestUnsent(outbox(null))
  return listConversations(store.cache, agentId, filter).map((row) => ({
    ...row,
    unsent: unsent.get(row.id) ?? null,
    draft: drafts.get(row.id) ?? '',
    online: moment.isOnline(row.id),
    typing: moment.isTyping(row.id),
  }))
}

/** A failed message is told even when newer ones wait behind it: they wait for it. */
const newestUnsent = (items: readonly OutboxItem[]): Map<ConversationId, 'queued' | 'failed'> => {
  const states = new Map<ConversationId, 'queued' | 'failed'>()
  for (const item of items) {
    if (item.state === 'failed') states.set(item.conversationId, 'failed')
    else if (!states.has(item.conversationId)) states.set(item.conversationId, 'queued')
  }
  return states
}

const readView = (
  { store, moment }: QueryContext,
  conversationId: ConversationId,
): ConversationView | null => {
  const conversation = readConversation(store.cache, conversationId)
  const customer = conversation && readCustomer(store.cache, conversation.customerId)
  if (!conversation || !customer) return null
  return {
    conversation,
    customer,
    remark: readPrivateRemark(store.cache, customer.id),
    session: conversation.sessionId === null ? null : readSession(store.cache, conversation.sessionId),
    entry: readListEntry(store.cache, conversationId),
    online: moment.isOnline(conversationId),
    typing: moment.isTyping(conversationId),
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
  const lastSeq = conversation?.lastSeq ?? 0
  return {
    messages,
    unsent: outbox(conversationId),
    more: (messages[0]?.seq ?? lastSeq + 1) > 1,
    gap,
    deliveredSeq: conversation?.deliveredSeq ?? 0,
    readSeq: conversation?.readSeq ?? 0,
    unreadFrom: entry && entry.readSeq < lastSeq ? entry.readSeq + 1 : null,
  }
}
