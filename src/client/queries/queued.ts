import type { ConversationId, CustomerId } from '../../protocol/model/index.ts'
import type { QueuedCommand, QueuedRow } from '../api.ts'
import { latestConversations, readConversation } from '../store/conversations.ts'
import { readCustomer } from '../store/customers.ts'
import type { ReadDb } from '../store/database.ts'
import { readPrivateRemark } from '../store/privateRemarks.ts'
import { readSession } from '../store/sessions.ts'
import type { QueryDefinition } from './definition.ts'

export const queuedQueries = {
  'queued.list': {
    topics: () => ['queued', 'account'],
    read: ({ store, queued }) =>
      queued()
        .filter(isHeardOf)
        .map((command) => rowOf(store.cache, command)),
  },
} satisfies { 'queued.list': QueryDefinition<'queued.list'> }

/** What was read is nobody's business. */
type HeardOf = Exclude<QueuedCommand, { name: 'read.advance' }>
const isHeardOf = (command: QueuedCommand): command is HeardOf => command.name !== 'read.advance'

const rowOf = (cache: ReadDb, command: HeardOf): QueuedRow => {
  const { id, name, args, createdAt, state, refusal } = command
  const about = aboutIn(cache, command)
  const customer = about.customerId && readCustomer(cache, about.customerId)
  return {
    ...{ id, name, createdAt, state, refusal, ...about },
    text: 'text' in args ? args.text : '',
    noteId: name === 'session-note.save' ? args.id : null,
    customerName: customer ? (readPrivateRemark(cache, customer.id) ?? customer.name) : '',
    customerNumber: customer ? customer.number : 0,
  }
}

interface About {
  readonly customerId: CustomerId | null
  readonly conversationId: ConversationId | null
}

const aboutIn = (cache: ReadDb, { args }: HeardOf): About => {
  if ('customerId' in args)
    return {
      customerId: args.customerId,
      conversationId: latestConversations(cache, [args.customerId]).get(args.customerId) ?? null,
    }
  const conversationId =
    'sessionId' in args ? (readSession(cache, args.sessionId)?.conversationId ?? null) : args.conversationId
  const customerId = conversationId && (readConversation(cache, conversationId)?.customerId ?? null)
  return { customerId, conversationId }
}
