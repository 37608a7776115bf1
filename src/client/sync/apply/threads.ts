import type { Conversation, Message, Session } from '../../../protocol/model/index.ts'
import { saveChat } from '../../store/chats.ts'
import {
  advanceReceipt,
  giveConversation,
  readConversation,
  saveConversation,
  savePath,
  setLatestSession,
} from '../../store/conversations.ts'
import { removeOrphanedCustomer, saveCustomer } from '../../store/customers.ts'
import { removeSessionNote, saveSessionNote } from '../../store/sessionNotes.ts'
import { saveSession } from '../../store/sessions.ts'
import type { Appliers } from './applier.ts'
import { waitingAfter, type Batch } from './batch.ts'

const putSession = (batch: Batch, { session }: { readonly session: Session }): void => {
  saveSession(batch.db, session)
  setLatestSession(batch.db, session.conversationId, session.id)
}

export const threadAppliers = {
  'conversation.opened': (batch, { conversation, customer }) => {
    saveCustomer(batch.db, customer)
    placeConversation(batch, conversation, [])
  },
  'conversation.joined': ({ db }, { customer, session }) => {
    const former = readConversation(db, session.conversationId)?.customerId
    saveCustomer(db, customer)
    giveConversation(db, session.conversationId, session)
    saveSession(db, session)
    if (former) removeOrphanedCustomer(db, former)
  },
  'chat.changed': ({ db }, { chat }) => saveChat(db, chat, 'member'),
  'path.changed': ({ db }, { conversationId, ...path }) => savePath(db, conversationId, path),
  'message.sent': (batch, { message }) => batch.append(message),
  'message.recalled': (batch, { messages }) => {
    for (const message of messages) batch.replace(message)
  },
  'message.annotated': (batch, { message }) => batch.replace(message),
  'receipt.advanced': (batch, { conversationId, deliveredSeq, readSeq }) =>
    advanceReceipt(batch.db, conversationId, deliveredSeq, readSeq),
  'customer.changed': (batch, { customer }) => saveCustomer(batch.db, customer),
  'session.requested': putSession,
  'session.queued': putSession,
  'session.assigned': putSession,
  'session.activated': putSession,
  'session.ended': putSession,
  'session.rested': putSession,
  'session-note.changed': ({ db }, { note }) => saveSessionNote(db, note),
  'session-note.removed': ({ db }, { id, conversationId }) => removeSessionNote(db, id, conversationId),
  'session.offered': ({ db }, { session }) => saveSession(db, session),
  'session.topic-changed': ({ db }, { session }) => saveSession(db, session),
  'survey.sent': ({ db }, { session }) => saveSession(db, session),
  'session.rated': ({ db }, { session }) => {
    saveSession(db, session)
    db.touch('ratings')
  },
} satisfies Partial<Appliers>

/** Puts a conversation in place; `messages` are those that came with it, ascending. */
export const placeConversation = (
  batch: Batch,
  conversation: Conversation,
  messages: readonly Message[],
): void => {
  const { preview } = conversation
  const waitingSince =
    messages.length > 0
      ? messages.reduce(waitingAfter, null)
      : preview?.sender.kind === 'customer'
        ? preview.at
        : null
  saveConversation(batch.db, conversation, waitingSince)
  batch.placed(conversation, waitingSince)
}
