import type { ConversationId, Scope } from '../../../protocol/model/index.ts'
import type { Rows, SnapshotPart } from '../../../protocol/wire/index.ts'
import { clearAgentSettings, replaceAgentSettings } from '../../store/agentSettings.ts'
import { isLeft, leftChatIds, removeChat } from '../../store/chats.ts'
import { clearColorMarks, saveColorMarks } from '../../store/colorMarks.ts'
import { clearContacts, saveContact, saveContactGroup, saveStarredColleague } from '../../store/contacts.ts'
import { removeConversation } from '../../store/conversations.ts'
import { removeOrphanedCustomer, saveCustomer } from '../../store/customers.ts'
import { clearKnownDrafts, saveKnownDraft } from '../../store/knownDrafts.ts'
import { clearListEntries } from '../../store/listEntries.ts'
import { removeMessages } from '../../store/messages.ts'
import { clearNoteMentions, saveNoteMention } from '../../store/noteMentions.ts'
import { clearDirectory, saveInDirectory, saveNavMenu, saveTopics } from '../../store/organization.ts'
import { clearPool, savePoolEntry } from '../../store/pool.ts'
import { clearPrivateRemarks, savePrivateRemark } from '../../store/privateRemarks.ts'
import {
  clearQuickReplies,
  clearQuickReplyUses,
  saveQuickReply,
  saveQuickReplyUse,
} from '../../store/quickReplies.ts'
import { clearReminders, saveReminder } from '../../store/reminders.ts'
import { clearSavedMessages, saveSavedMessage } from '../../store/savedMessages.ts'
import { clearScheduledMessages, saveScheduledMessage } from '../../store/scheduledMessages.ts'
import { removeScope } from '../../store/scopes.ts'
import { removeSessionNotes, saveSessionNote } from '../../store/sessionNotes.ts'
import { removeSessions, saveSession } from '../../store/sessions.ts'
import { clearTransferRequests, saveTransferRequest } from '../../store/transferRequests.ts'
import { placeListEntry } from './agents.ts'
import type { Batch } from './batch.ts'
import { keepLeftChat, placeChat } from './chats.ts'
import { placeWithMessages } from './placeWithMessages.ts'
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
  for (const row of rows.customerSettings ?? []) saveInDirectory(db, 'customerSettings', row)
  for (const row of rows.navMenus ?? []) saveNavMenu(db, row)
  for (const row of rows.routingRules ?? []) saveInDirectory(db, 'rules', row)
  for (const row of rows.quickEntries ?? []) saveInDirectory(db, 'quickEntries', row)
  for (const row of rows.languageServices ?? []) saveInDirectory(db, 'languageServices', row)
  for (const row of rows.companyThemes ?? []) saveInDirectory(db, 'companyTheme', row)
  for (const row of rows.settingDefaults ?? []) saveInDirectory(db, 'settingDefaults', row)
  for (const row of rows.bots ?? []) saveInDirectory(db, 'bot', row)
  for (const row of rows.routers ?? []) saveInDirectory(db, 'router', row)
  for (const row of rows.tags ?? []) saveInDirectory(db, 'tag', row)
  for (const row of rows.topicLists ?? []) saveTopics(db, row)
  for (const row of rows.widgets ?? []) saveInDirectory(db, 'widget', row)
  for (const row of rows.quickReplies ?? []) saveQuickReply(db, row)
  for (const row of rows.quickReplyUses ?? []) saveQuickReplyUse(db, row)
  for (const row of rows.listEntries ?? []) placeListEntry(batch, row)
  for (const row of rows.leftChats ?? []) keepLeftChat(batch, row)
  for (const row of rows.agentSettings ?? []) replaceAgentSettings(db, row)
  for (const row of rows.privateRemarks ?? []) savePrivateRemark(db, row)
  for (const row of rows.drafts ?? []) saveKnownDraft(db, row)
  for (const row of rows.colorMarks ?? []) saveColorMarks(db, row)
  for (const row of rows.transferRequests ?? []) saveTransferRequest(db, row)
  for (const row of rows.contactGroups ?? []) saveContactGroup(db, row)
  for (const row of rows.contacts ?? []) saveContact(db, row)
  for (const row of rows.starredColleagues ?? []) saveStarredColleague(db, row)
  for (const row of rows.noteMentions ?? []) saveNoteMention(db, row)
  for (const row of rows.savedMessages ?? []) saveSavedMessage(db, row)
  for (const row of rows.reminders ?? []) saveReminder(db, row)
  for (const row of rows.scheduledMessages ?? []) saveScheduledMessage(db, row)
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
  for (const note of rows.sessionNotes ?? []) saveSessionNote(db, note)
  for (const conversation of rows.conversations ?? []) {
    placeWithMessages(batch, conversation, messages.get(conversation.id) ?? [], (known, own) => {
      placeConversation(batch, known, own)
    })
  }
  for (const chat of rows.chats ?? [])
    placeWithMessages(batch, chat, messages.get(chat.id) ?? [], (known) => {
      placeChat(batch, known, 'member')
    })
}

const emptyScope = (batch: Batch, scope: Scope): void => {
  const { db } = batch
  if (scope === 'org') {
    clearDirectory(db)
    clearQuickReplies(db, 'company')
  } else if (scope.startsWith('agent:')) {
    clearListEntries(db)
    for (const id of leftChatIds(db)) removeThread(batch, id)
    clearAgentSettings(db)
    clearPrivateRemarks(db)
    clearKnownDrafts(db)
    clearColorMarks(db)
    clearTransferRequests(db)
    clearContacts(db)
    clearNoteMentions(db)
    clearSavedMessages(db)
    clearReminders(db)
    clearScheduledMessages(db)
    clearQuickReplies(db, 'own')
    clearQuickReplyUses(db)
  } else if (scope.startsWith('thread:')) {
    const id = scope.slice('thread:'.length) as ConversationId
    // What is kept of a chat one was removed from belongs to the agent's own scope.
    if (!isLeft(db, id)) removeThread(batch, id)
  } else clearPool(db, scope)
}

const removeThread = (batch: Batch, conversationId: ConversationId): void => {
  const { db } = batch
  removeMessages(db, conversationId)
  removeSessions(db, conversationId)
  removeSessionNotes(db, conversationId)
  removeChat(db, conversationId)
  const customerId = removeConversation(db, conversationId)
  if (customerId) removeOrphanedCustomer(db, customerId)
  batch.removed(conversationId)
}
