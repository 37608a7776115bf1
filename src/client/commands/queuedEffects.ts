/** What queued commands change in what is shown here, before the server has heard of them. */
import { inOrder } from '../../base/inOrder.ts'
import { withFields } from '../../domain/customers/fields.ts'
import type { CommandArgs } from '../../protocol/commands/index.ts'
import type {
  AgentId,
  ColorMarkId,
  Contact,
  ContactGroup,
  ConversationId,
  Customer,
  FollowRecord,
  FollowRecordId,
  SessionNote,
  StageId,
  StarredColleague,
} from '../../protocol/model/index.ts'
import type { QueuedCommand } from '../api.ts'
import { readCustomer } from '../store/customers.ts'
import type { ReadDb } from '../store/database.ts'
import { listQuickReplies } from '../store/quickReplies.ts'
import { readSession } from '../store/sessions.ts'
import { repliesWith } from './queuedReplies.ts'

export const customerWith = (customer: Customer, queued: readonly QueuedCommand[]): Customer =>
  queued.reduce((now, command) => {
    switch (command.name) {
      case 'customer.edit':
        return command.args.customerId === now.id ? withFields(now, command.args.fields) : now
      case 'customer.set-stage':
        return command.args.customerId === now.id ? withStage(now, command.args.stageId) : now
      case 'customer.tag':
        return command.args.customerId === now.id ? withTags(now, command.args) : now
      default:
        return now
    }
  }, customer)

/** What the agent calls the customer; null: as everybody does. */
export const remarkWith = (
  remark: string | null,
  customerId: Customer['id'],
  queued: readonly QueuedCommand[],
): string | null =>
  queued.reduce(
    (now, command) =>
      command.name === 'private-remark.set' && command.args.customerId === customerId
        ? command.args.text || null
        : now,
    remark,
  )

/** What a customer is called, by the agent and by everybody, as `ConversationRow` has it. */
interface Named {
  readonly customerId: Customer['id'] | null
  readonly customerName: string
  readonly publicName: string | null
}

/** Asked once for a list, which may be long. */
export const isNaming = ({ name }: QueuedCommand): boolean =>
  name === 'customer.edit' || name === 'private-remark.set'

export const namesWith = <R extends Named>(row: R, queued: readonly QueuedCommand[]): R => {
  const { customerId } = row
  if (customerId === null || queued.length === 0) return row
  const publicName = queued.reduce(
    (now, command) =>
      command.name === 'customer.edit' && command.args.customerId === customerId
        ? (command.args.fields.name ?? now)
        : now,
    row.publicName ?? row.customerName,
  )
  const remark = remarkWith(row.publicName === null ? null : row.customerName, customerId, queued)
  return {
    ...row,
    customerName: remark ?? publicName,
    publicName: remark === null ? null : publicName,
  }
}

/** The marks of those customers on whom some are set here. */
export const earlyMarks = (
  queued: readonly QueuedCommand[],
  markedWith: (customerId: Customer['id']) => readonly ColorMarkId[],
): ReadonlyMap<Customer['id'], readonly ColorMarkId[]> => {
  const marks = new Map<Customer['id'], readonly ColorMarkId[]>()
  for (const { name, args } of queued) {
    if (name !== 'color-mark.set') continue
    const { customerId, add, remove } = args
    const before = marks.get(customerId) ?? markedWith(customerId)
    marks.set(customerId, changed(before, add, remove))
  }
  return marks
}

/** The groups of the address book, in the order in which they are listed. */
export const groupsWith = (
  groups: readonly ContactGroup[],
  queued: readonly QueuedCommand[],
): readonly ContactGroup[] =>
  queued
    .reduce((now, { name, args }) => {
      if (name === 'contact-group.save') return [...now.filter(({ id }) => id !== args.id), args]
      return name === 'contact-group.remove' ? now.filter(({ id }) => id !== args.id) : now
    }, groups)
    .toSorted((one, other) => inOrder(one.list, other.list) || inOrder(one.name, other.name))

export const contactsWith = (
  contacts: readonly Contact[],
  queued: readonly QueuedCommand[],
): readonly Contact[] =>
  queued.reduce((now, { name, args, createdAt }) => {
    if (name === 'contact.remove')
      return now.filter((one) => one.list !== 'favorites' || one.customerId !== args.customerId)
    // Who was in it is in no group afterwards.
    if (name === 'contact-group.remove')
      return now.map((one) => (one.groupId === args.id ? { ...one, groupId: null } : one))
    if (name !== 'contact.file') return now
    const others = now.filter((one) => one.list !== args.list || one.customerId !== args.customerId)
    return [...others, { ...args, at: createdAt }]
  }, contacts)

/** Colleagues among the favourites. */
export const colleaguesWith = (
  colleagues: readonly StarredColleague[],
  queued: readonly QueuedCommand[],
): readonly StarredColleague[] =>
  queued.reduce((now, { name, args, createdAt }) => {
    if (name === 'colleague.unstar') return now.filter((one) => one.agentId !== args.agentId)
    if (name === 'contact-group.remove')
      return now.map((one) => (one.groupId === args.id ? { ...one, groupId: null } : one))
    if (name !== 'colleague.star') return now
    return [...now.filter((one) => one.agentId !== args.agentId), { ...args, at: createdAt }]
  }, colleagues)

/** The notes of a conversation, with those that were written or changed here. */
export const notesWith = (
  notes: readonly SessionNote[],
  conversationId: ConversationId,
  agentId: AgentId,
  sessionIn: (id: SessionNote['sessionId']) => { readonly conversationId: ConversationId } | null,
  queued: readonly QueuedCommand[],
): readonly SessionNote[] =>
  queued.reduce((now, command) => {
    if (command.name !== 'session-note.save') return now
    const { args, createdAt } = command
    if (sessionIn(args.sessionId)?.conversationId !== conversationId) return now
    const known = now.find(({ id }) => id === args.id)
    const note = noteOf(args, conversationId, agentId, createdAt, known)
    return known ? now.map((one) => (one === known ? note : one)) : [...now, note]
  }, notes)

/** The follow records of a customer, the newest first, with those that were written here. */
export const recordsWith = (
  records: readonly FollowRecord[],
  customerId: Customer['id'],
  agentId: AgentId,
  queued: readonly QueuedCommand[],
): readonly FollowRecord[] => [
  ...queued
    .filter((command) => command.name === 'follow-record.add')
    .filter(({ args }) => args.customerId === customerId)
    .map(({ id, args, createdAt }) => recordOf(id, args.text, agentId, createdAt))
    .reverse(),
  ...records,
]

/** What the server is going to answer, as far as it can be known; null: nothing is known here of what it is about. */
export const predicted = (command: QueuedCommand, cache: ReadDb, agentId: AgentId): object | null => {
  const { id, name, args, createdAt } = command
  switch (name) {
    case 'customer.edit':
    case 'customer.set-stage':
    case 'customer.tag': {
      const customer = readCustomer(cache, args.customerId)
      return customer && { customer: customerWith(customer, [command]) }
    }
    case 'follow-record.add':
      return { record: recordOf(id, args.text, agentId, createdAt) }
    case 'session-note.save': {
      const session = readSession(cache, args.sessionId)
      return session && { note: noteOf(args, session.conversationId, agentId, createdAt) }
    }
    case 'contact.file':
      return { contact: { ...args, at: createdAt } }
    case 'colleague.star':
      return { colleague: { ...args, at: createdAt } }
    case 'read.advance':
      return { seq: args.seq }
    case 'contact-group.save':
      return { group: args }
    case 'quick-reply.add':
      return { added: args.replies.length }
    case 'quick-reply.save': {
      const replies = repliesWith(listQuickReplies(cache), agentId, [command])
      return { quickReply: replies.find((one) => one.id === args.id) }
    }
    case 'quick-reply.remove':
    case 'quick-reply.move':
    case 'quick-reply-group.rename':
    case 'contact-group.remove':
    case 'color-mark.set':
    case 'private-remark.set':
    case 'contact.remove':
    case 'colleague.unstar':
    case 'list-entry.pin':
    case 'list-entry.move':
    case 'list-entry.mark':
      return {}
  }
}

const withStage = (customer: Customer, stageId: StageId | null): Customer => {
  const { stageId: _before, ...others } = customer
  return stageId === null ? others : { ...others, stageId }
}

const withTags = (customer: Customer, { add, remove }: CommandArgs<'customer.tag'>): Customer => ({
  ...customer,
  tagIds: changed(customer.tagIds, add, remove),
})

const changed = <T>(before: readonly T[], add: readonly T[], remove: readonly T[]): T[] =>
  [...new Set([...before, ...add])].filter((one) => !remove.includes(one))

const noteOf = (
  { id, sessionId, text }: CommandArgs<'session-note.save'>,
  conversationId: ConversationId,
  agentId: AgentId,
  at: number,
  before?: SessionNote,
): SessionNote =>
  before
    ? { ...before, text, editedAt: at }
    : { id, sessionId, conversationId, agentId, text, at, editedAt: null }

/** Until the server has given it a name, it goes by that of its command. */
const recordOf = (id: string, text: string, authorId: AgentId, at: number): FollowRecord => ({
  id: id as FollowRecordId,
  authorId,
  at,
  editedAt: null,
  text,
})
