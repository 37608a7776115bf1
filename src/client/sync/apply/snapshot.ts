import type { ConversationId, Message, Scope } from '../../../protocol/model/index.ts'
import type { Rows, SnapshotPart } from '../../../protocol/wire/index.ts'
import { removeConversation } from '../../store/conversations.ts'
import { removeOrphanedCustomer, saveCustomer } from '../../store/customers.ts'
import { clearListEntries } from '../../store/listEntries.ts'
import { insertMessage, removeMessages } from '../../store/messages.ts'
import { clearDirectory, saveInDirectory, saveTopics } from '../../store/organization.ts'
import { clearPool, savePoolEntry } from '../../store/pool.ts'
import { clearPrivateRemarks, savePrivateRemark } from '../../store/privateRemarks.ts'
import { clearQuickReplies, saveQuickReply } from '../../store/quickReplies.ts'
import { removeScope } from '../../store/scopes.ts'
import { removeSessions, saveSession } from '../../store/sessions.ts'
import { placeListEntry } from './agents.ts'
import type { Batch } from './batch.ts'
import { placeConversation } from './threads.ts'

/** Replaces all rows of a scope by those of the snapshot, or adds to what its part before has brought. */
export const applySnapshot = (batch: Batch, { scope, rows, adds }: SnapshotPart): void => {
  if (!adds) emptyScope(batch, scope)
  const { db } = batch
  for (const row of rows.organizations ?? []) saveInDirectory(db, 'organization', row)
  for (const row of rows.departments ?? []) saveInDirectory(db, 'department', row)
  for (const row of rows.roles ?? []) saveInDirectory(db, 'role', row)
  for (const row of rows.agents ?? []) saveInDirectory(db, 'agent', row)
  for (const row of rows.groups ?? []) saveInDirectory(db, 'group', row)
  for (const row of rows.surveys ?? []) saveInDirectory(db, 'survey', row)
  for (const row of rows.invitations ?? []) saveInDirectory(db, 'invitations', row)
  for (const row of rows.greetings ?? []) saveInDirectory(db, 'greetings', row)
  for (const row of rows.navMenus ?? []) saveInDirectory(db, 'navMenu', row)
  for (const row of rows.routingRules ?? []) saveInDirectory(db, 'rules', row)
  for (const row of rows.bots ?? []) saveInDirectory(db, 'bot', row)
  for (const row of rows.routers ?? []) saveInDirectory(db, 'router', row)
  for (const row of rows.tags ?? []) saveInDirectory(db, 'tag', row)
  for (const row of rows.topicLists ?? []) saveTopics(db, row)
  for (const row of rows.widgets ?? []) saveInDirectory(db, 'widget', row)
  for (const row of rows.quickReplies ?? []) saveQuickReply(db, row)
  for (const row of rows.listEntries ?? []) placeListEntry(batch, row)
  for (const row of rows.privateRemarks ?? []) savePrivateRemark(db, row)
  for (const row of rows.poolEntries ?? []) savePoolEntry(db, row)
  placeThreads(batch, rows)
}

/** Removes the scope and its rows: the agent may not see them any more (R-17-062). */
export const loseScope = (batch: Batch, scope: Scope): void => {
  removeScope(batch.db, scope)
  emptyScope(batch, scope)
}

const placeThreads = (batch: Batch, rows: Rows): void => {
  const { db } = batch
  const messages = Map.groupBy(rows.messages ?? [], (message) => message.conversationId)
  for (const customer of rows.customers ?? []) saveCustomer(db, customer)
  for (const session of rows.sessions ?? []) saveSession(db, session)
  for (const conversation of rows.conversations ?? []) {
    const own = (messages.get(conversation.id) ?? []).sort(bySeq)
    for (const message of own) {
      insertMessage(db, message)
      if (message.sender.kind === 'agent') batch.sent.push(message.id)
    }
    const last = own.at(-1)
    const complete = !last || last.seq >= conversation.lastSeq
    placeConversation(batch, complete ? conversation : { ...conversation, lastSeq: last.seq }, own)
    if (!complete) batch.skip(conversation.id, conversation.lastSeq)
  }
}

const emptyScope = (batch: Batch, scope: Scope): void => {
  const { db } = batch
  if (scope === 'org') {
    clearDirectory(db)
    clearQuickReplies(db, 'company')
  } else if (scope.startsWith('agent:')) {
    clearListEntries(db)
    clearPrivateRemarks(db)
    clearQuickReplies(db, 'own')
  } else if (scope.startsWith('thread:')) {
    removeThread(batch, scope.slice('thread:'.length) as ConversationId)
  } else clearPool(db, scope)
}

const removeThread = (batch: Batch, conversationId: ConversationId): void => {
  const { db } = batch
  removeMessages(db, conversationId)
  removeSessions(db, conversationId)
  const customerId = removeConversation(db, conversationId)
  if (customerId) removeOrphanedCustomer(db, customerId)
  batch.removed(conversationId)
}

const bySeq = (a: Message, b: Message): number => a.seq - b.seq
