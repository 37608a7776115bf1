/** What queued commands change in what is shown here, before the server has heard of them. */
import { withFields } from '../../domain/customers/fields.ts'
import type { CommandArgs, CommandResult } from '../../protocol/commands/index.ts'
import type {
  AgentId,
  Contact,
  ConversationId,
  Customer,
  FollowRecord,
  FollowRecordId,
  SessionNote,
  StageId,
} from '../../protocol/model/index.ts'
import type { QueuedCommand, QueuedCommandName } from '../api.ts'
import { readCustomer } from '../store/customers.ts'
import type { ReadDb } from '../store/database.ts'
import { readSession } from '../store/sessions.ts'

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
  customer: Customer,
  queued: readonly QueuedCommand[],
): string | null =>
  queued.reduce(
    (now, command) =>
      command.name === 'private-remark.set' && command.args.customerId === customer.id
        ? command.args.text || null
        : now,
    remark,
  )

export const contactsWith = (
  contacts: readonly Contact[],
  queued: readonly QueuedCommand[],
): readonly Contact[] =>
  queued.reduce((now, { name, args, createdAt }) => {
    if (name === 'contact.remove')
      return now.filter((one) => one.list !== 'favorites' || one.customerId !== args.customerId)
    if (name !== 'contact.file') return now
    const others = now.filter((one) => one.list !== args.list || one.customerId !== args.customerId)
    return [...others, { ...args, at: createdAt }]
  }, contacts)

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
export const predicted = <N extends QueuedCommandName>(
  command: Extract<QueuedCommand, { name: N }>,
  cache: ReadDb,
  agentId: AgentId,
): CommandResult<N> | null => (resultOf(command, cache, agentId) ?? null) as CommandResult<N> | null

const resultOf = (command: QueuedCommand, cache: ReadDb, agentId: AgentId): unknown => {
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
    case 'read.advance':
      return { seq: args.seq }
    case 'private-remark.set':
    case 'contact.remove':
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
  tagIds: [...new Set([...customer.tagIds, ...add])].filter((id) => !remove.includes(id)),
})

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
