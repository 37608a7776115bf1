import type { ConversationId, Customer, CustomerId, QuickReply } from '../../protocol/model/index.ts'
import type { QueuedCommand, QueuedRow } from '../api.ts'
import { remarkWith } from '../commands/queuedEffects.ts'
import { listContactGroups } from '../store/contacts.ts'
import { latestConversations, readConversation } from '../store/conversations.ts'
import { readCustomer } from '../store/customers.ts'
import type { ReadDb } from '../store/database.ts'
import { readAgentName } from '../store/organization.ts'
import { readPrivateRemark } from '../store/privateRemarks.ts'
import { listQuickReplies } from '../store/quickReplies.ts'
import { readSession } from '../store/sessions.ts'
import type { QueryDefinition } from './definition.ts'

export const queuedQueries = {
  'queued.list': {
    topics: () => ['queued', 'account'],
    read: ({ store, queued, effective }) => {
      const { cache } = store
      const early = effective()
      const nameOf = (customer: Customer): string =>
        remarkWith(readPrivateRemark(cache, customer.id), customer.id, early) ?? customer.name
      return queued()
        .filter(isHeardOf)
        .map((command) => rowOf(cache, command, nameOf))
    },
  },
} satisfies { 'queued.list': QueryDefinition<'queued.list'> }

/** What was read is nobody's business. */
type HeardOf = Exclude<QueuedCommand, { name: 'read.advance' }>
const isHeardOf = (command: QueuedCommand): command is HeardOf => command.name !== 'read.advance'

const rowOf = (cache: ReadDb, command: HeardOf, nameOf: (customer: Customer) => string): QueuedRow => {
  const { id, name, args, createdAt, state, refusal } = command
  const about = aboutIn(cache, command)
  const customer = about.customerId && readCustomer(cache, about.customerId)
  return {
    ...{ id, name, createdAt, state, refusal, ...about },
    text: textIn(cache, command),
    noteId: name === 'session-note.save' ? args.id : null,
    customerName: customer ? nameOf(customer) : '',
    customerNumber: customer ? customer.number : 0,
  }
}

/** What was written, or what the thing is called that it is about. */
const textIn = (cache: ReadDb, { name, args }: HeardOf): string => {
  switch (name) {
    case 'follow-record.add':
    case 'private-remark.set':
    case 'session-note.save':
      return args.text
    case 'contact-group.save':
      return args.name
    case 'contact-group.remove':
      return listContactGroups(cache).find(({ id }) => id === args.id)?.name ?? ''
    case 'colleague.star':
    case 'colleague.unstar':
      return readAgentName(cache, args.agentId)
    case 'quick-reply.save':
      return args.title
    case 'quick-reply.add':
      return titles(args.replies)
    case 'quick-reply.remove':
      return titles(listQuickReplies(cache).filter(({ id }) => args.ids.includes(id)))
    case 'quick-reply.move':
      return titles(listQuickReplies(cache).filter(({ id }) => id === args.id))
    case 'quick-reply-group.rename':
      return args.to
    default:
      return ''
  }
}

const titles = (replies: readonly Pick<QuickReply, 'title'>[]): string =>
  replies.map(({ title }) => title).join(' · ')

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
  const conversationId = conversationIn(cache, args)
  const customerId = conversationId && (readConversation(cache, conversationId)?.customerId ?? null)
  return { customerId, conversationId }
}

const conversationIn = (cache: ReadDb, args: HeardOf['args']): ConversationId | null => {
  if ('sessionId' in args) return readSession(cache, args.sessionId)?.conversationId ?? null
  return 'conversationId' in args ? args.conversationId : null
}
