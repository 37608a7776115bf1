import * as z from 'zod'

import {
  AgentId,
  AgentSettings,
  Contact,
  ContactGroup,
  ContactGroupId,
  ConversationId,
  CustomerId,
  CustomerMarks,
  Draft,
  LeftChat,
  ListEntry,
  MessageId,
  NoteMention,
  PrivateRemark,
  QuickReplyUse,
  Reminder,
  SavedMessage,
  ScheduledMessage,
  ScheduledMessageId,
  Scope,
  SessionNoteId,
  TransferRequest,
  TransferRequestId,
  StarredColleague,
} from '../model/index.ts'
import { event } from './event.ts'

export const listEntryChanged = event('list-entry.changed', 'agent', z.object({ entry: ListEntry }))
export const listEntryRemoved = event(
  'list-entry.removed',
  'agent',
  z.object({ conversationId: ConversationId }),
)
/** A colleague removed the agent from a chat: what they keep of it. Its thread is lost just before. */
export const chatFrozen = event('chat.frozen', 'agent', z.object({ left: LeftChat }))
/** The agent named a customer for themselves; an empty text takes the name away. */
export const privateRemarkChanged = event(
  'private-remark.changed',
  'agent',
  z.object({ remark: PrivateRemark }),
)
/** The agent wrote on, sent, or threw away what they had begun. */
export const draftChanged = event('draft.changed', 'agent', z.object({ draft: Draft }))
/** The agent chose settings; all that they have chosen. */
export const agentSettingsChanged = event(
  'agent-settings.changed',
  'agent',
  z.object({ settings: AgentSettings }),
)
/** The agent set marks on a customer by hand, or took the last one away. */
export const colorMarksChanged = event('color-marks.changed', 'agent', z.object({ marks: CustomerMarks }))
/** Told to both whom it concerns: a colleague asks for a session, or keeps theirs. */
export const transferRequestChanged = event(
  'transfer-request.changed',
  'agent',
  z.object({ request: TransferRequest }),
)
/** It concerns this agent no more. */
export const transferRequestRemoved = event(
  'transfer-request.removed',
  'agent',
  z.object({ id: TransferRequestId }),
)
/** A colleague named the agent in a note. */
export const noteMentionAdded = event('note-mention.added', 'agent', z.object({ mention: NoteMention }))
/** They have read it, or are named no more. */
export const noteMentionRemoved = event('note-mention.removed', 'agent', z.object({ noteId: SessionNoteId }))
/** The agent put a message among their favourites. */
export const savedMessageAdded = event('saved-message.added', 'agent', z.object({ saved: SavedMessage }))
export const savedMessageRemoved = event('saved-message.removed', 'agent', z.object({ messageId: MessageId }))
export const contactGroupChanged = event('contact-group.changed', 'agent', z.object({ group: ContactGroup }))
/** Who was in it is in no group now. */
export const contactGroupRemoved = event('contact-group.removed', 'agent', z.object({ id: ContactGroupId }))
export const contactChanged = event('contact.changed', 'agent', z.object({ contact: Contact }))
export const contactRemoved = event(
  'contact.removed',
  'agent',
  z.object({ list: Contact.shape.list, customerId: CustomerId }),
)
export const starredColleagueChanged = event(
  'starred-colleague.changed',
  'agent',
  z.object({ colleague: StarredColleague }),
)
export const starredColleagueRemoved = event(
  'starred-colleague.removed',
  'agent',
  z.object({ agentId: AgentId }),
)
/** The agent blocked a customer for themselves, or lets them in again; whoever shows the list asks for it anew. */
export const blockEntryChanged = event(
  'block-entry.changed',
  'agent',
  z.object({ customerId: CustomerId, blocked: z.boolean() }),
)
export const reminderChanged = event('reminder.changed', 'agent', z.object({ reminder: Reminder }))
export const reminderRemoved = event(
  'reminder.removed',
  'agent',
  z.object({ conversationId: ConversationId }),
)
export const scheduledMessageChanged = event(
  'scheduled-message.changed',
  'agent',
  z.object({ scheduled: ScheduledMessage }),
)
/** It was sent, or is not to be. */
export const scheduledMessageRemoved = event(
  'scheduled-message.removed',
  'agent',
  z.object({ id: ScheduledMessageId }),
)
export const quickReplyUsed = event('quick-reply.used', 'agent', z.object({ use: QuickReplyUse }))
/** From here on the agent follows the scope; its snapshot comes beside the log. */
export const scopeFollowed = event('scope.followed', 'agent', z.object({ scope: Scope }))
/** From here on the agent no longer follows the scope; its rows leave the cache (R-17-062). */
export const scopeLost = event('scope.lost', 'agent', z.object({ scope: Scope }))
