import type { ListEntry } from '../../../protocol/model/index.ts'
import { replaceAgentSettings } from '../../store/agentSettings.ts'
import { saveColorMarks } from '../../store/colorMarks.ts'
import {
  removeContact,
  removeContactGroup,
  removeStarredColleague,
  saveContact,
  saveContactGroup,
  saveStarredColleague,
} from '../../store/contacts.ts'
import { saveKnownDraft } from '../../store/knownDrafts.ts'
import { removeListEntry, saveListEntry } from '../../store/listEntries.ts'
import { removeNoteMention, saveNoteMention } from '../../store/noteMentions.ts'
import { savePrivateRemark } from '../../store/privateRemarks.ts'
import { saveQuickReplyUse } from '../../store/quickReplies.ts'
import { removeReminder, saveReminder } from '../../store/reminders.ts'
import { removeSavedMessage, saveSavedMessage } from '../../store/savedMessages.ts'
import { removeScheduledMessage, saveScheduledMessage } from '../../store/scheduledMessages.ts'
import { removeTransferRequest, saveTransferRequest } from '../../store/transferRequests.ts'
import type { Appliers } from './applier.ts'
import type { Batch } from './batch.ts'
import { dropLeftChat, keepLeftChat } from './chats.ts'

export const agentAppliers = {
  'list-entry.changed': (batch, { entry }) => placeListEntry(batch, entry),
  'list-entry.removed': (batch, { conversationId }) => {
    removeListEntry(batch.db, conversationId)
    batch.listed(conversationId)
    dropLeftChat(batch, conversationId)
  },
  'chat.frozen': (batch, { left }) => keepLeftChat(batch, left),
  'agent-settings.changed': ({ db }, { settings }) => replaceAgentSettings(db, settings),
  'private-remark.changed': ({ db }, { remark }) => savePrivateRemark(db, remark),
  'draft.changed': ({ db }, { draft }) => saveKnownDraft(db, draft),
  'color-marks.changed': ({ db }, { marks }) => saveColorMarks(db, marks),
  'transfer-request.changed': ({ db }, { request }) => saveTransferRequest(db, request),
  'transfer-request.removed': ({ db }, { id }) => removeTransferRequest(db, id),
  'note-mention.added': ({ db }, { mention }) => saveNoteMention(db, mention),
  'note-mention.removed': ({ db }, { noteId }) => removeNoteMention(db, noteId),
  'saved-message.added': ({ db }, { saved }) => saveSavedMessage(db, saved),
  'saved-message.removed': ({ db }, { messageId }) => removeSavedMessage(db, messageId),
  'contact-group.changed': ({ db }, { group }) => saveContactGroup(db, group),
  'contact-group.removed': ({ db }, { id }) => removeContactGroup(db, id),
  'contact.changed': ({ db }, { contact }) => saveContact(db, contact),
  'contact.removed': ({ db }, { list, customerId }) => removeContact(db, list, customerId),
  'starred-colleague.changed': ({ db }, { colleague }) => saveStarredColleague(db, colleague),
  'starred-colleague.removed': ({ db }, { agentId }) => removeStarredColleague(db, agentId),
  'block-entry.changed': ({ db }) => db.touch('block-entries'),
  'quick-reply.used': ({ db }, { use }) => saveQuickReplyUse(db, use),
  'reminder.changed': ({ db }, { reminder }) => saveReminder(db, reminder),
  'reminder.removed': ({ db }, { conversationId }) => removeReminder(db, conversationId),
  'scheduled-message.changed': ({ db }, { scheduled }) => saveScheduledMessage(db, scheduled),
  'scheduled-message.removed': ({ db }, { id }) => removeScheduledMessage(db, id),
  'scope.followed': ({ onScope }, { scope }) => onScope(scope, 'followed'),
  'scope.lost': ({ onScope }, { scope }) => onScope(scope, 'lost'),
} satisfies Partial<Appliers>

/** Puts an entry in place; it contains what own messages before it have moved. */
export const placeListEntry = ({ db, listed }: Batch, entry: ListEntry): void => {
  saveListEntry(db, entry)
  listed(entry.conversationId)
}
