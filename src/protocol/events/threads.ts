import * as z from 'zod'

import {
  Chat,
  Conversation,
  ConversationId,
  Customer,
  Instant,
  Message,
  Seq,
  Session,
  SessionNote,
  SessionNoteId,
} from '../model/index.ts'
import { event } from './event.ts'

export const conversationOpened = event(
  'conversation.opened',
  'thread',
  z.object({ conversation: Conversation, customer: Customer }),
)
/**
 * The talk of somebody unknown turned out to be one of a known customer, whose session is under way (R-18-055). The
 * conversation is that customer's now, and on the channel of the session.
 */
export const conversationJoined = event(
  'conversation.joined',
  'thread',
  z.object({ customer: Customer, session: Session }),
)
/** Its members or its name are others now, or it has just been made. */
export const chatChanged = event('chat.changed', 'thread', z.object({ chat: Chat }))
/** What the way to the customer hangs on, beside their messages: a friendship began or ended, a card was opened. */
export const pathChanged = event(
  'path.changed',
  'thread',
  z.object({
    conversationId: ConversationId,
    friendSince: Instant.nullable(),
    lastCustomerAt: Instant.nullable(),
    replies: Conversation.shape.replies,
  }),
)
/**
 * Also moves `lastSeq`, `preview`, `lastCustomerAt` and `replies` of its conversation, and the read position of its author if that
 * is an agent: who writes has read so far.
 */
export const messageSent = event('message.sent', 'thread', z.object({ message: Message }))
/**
 * What was said is gone: the message with nothing in it, and those that quoted it, each as it is now. The preview of the
 * conversation follows where it showed one of them.
 */
export const messageRecalled = event(
  'message.recalled',
  'thread',
  z.object({ messages: z.array(Message).min(1) }),
)
/** A service of the company is asked about a message, has answered, or could not: the message as it is now. */
export const messageAnnotated = event('message.annotated', 'thread', z.object({ message: Message }))
export const receiptAdvanced = event(
  'receipt.advanced',
  'thread',
  z.object({ conversationId: ConversationId, deliveredSeq: Seq, readSeq: Seq }),
)
export const customerChanged = event('customer.changed', 'thread', z.object({ customer: Customer }))
/** The session events put the session in place and make it the conversation's latest. */
export const sessionRequested = event('session.requested', 'thread', z.object({ session: Session }))
export const sessionQueued = event('session.queued', 'thread', z.object({ session: Session }))
export const sessionAssigned = event('session.assigned', 'thread', z.object({ session: Session }))
export const sessionActivated = event('session.activated', 'thread', z.object({ session: Session }))
export const sessionEnded = event('session.ended', 'thread', z.object({ session: Session }))
/** It counts for its handler's load no more, or does again. */
export const sessionRested = event('session.rested', 'thread', z.object({ session: Session }))
/** A note beside a session, new or written anew; never for customers. */
export const sessionNoteChanged = event('session-note.changed', 'thread', z.object({ note: SessionNote }))
export const sessionNoteRemoved = event(
  'session-note.removed',
  'thread',
  z.object({ id: SessionNoteId, conversationId: ConversationId }),
)
/** Also for a session that is not the conversation's latest any more. */
export const sessionTopicChanged = event('session.topic-changed', 'thread', z.object({ session: Session }))
/** A transfer waits for the customer's consent, or does no more; also for a session that is not the latest. */
export const sessionOffered = event('session.offered', 'thread', z.object({ session: Session }))
/** These two put the session in place and leave the latest one what it is: the customer may rate one that was before it. */
export const surveySent = event('survey.sent', 'thread', z.object({ session: Session }))
export const sessionRated = event('session.rated', 'thread', z.object({ session: Session }))
