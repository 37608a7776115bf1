import type * as z from 'zod'

import { disableAgent, enableAgent, saveOwnProfile } from './agents.ts'
import { saveAgentSettings, saveSettingDefaults } from './agentSettings.ts'
import { addBlockEntry, removeBlockEntry } from './blockEntries.ts'
import { removeBot, saveBot } from './bots.ts'
import {
  createChat,
  inviteToChat,
  leaveChat,
  openChat,
  removeFromChat,
  renameChat,
  sendToChat,
  setChatMessages,
  showChat,
} from './chats.ts'
import { setColorMarks } from './colorMarks.ts'
import type { CommandDeclaration, CommonCode } from './command.ts'
import { saveCompanyTheme } from './companyTheme.ts'
import {
  fileContact,
  removeContact,
  removeContactGroup,
  saveContactGroup,
  starColleague,
  unstarColleague,
} from './contacts.ts'
import {
  addFollowRecord,
  editFollowRecord,
  removeFollowRecord,
  saveCustomerSettings,
} from './customerProfile.ts'
import { blockCustomer, editCustomer, setOwner, setStage, tagCustomer, unblockCustomer } from './customers.ts'
import {
  acknowledgeAsCustomer,
  askRatingAsCustomer,
  askForPerson,
  fillForm,
  judgeAnswer,
  chooseAsCustomer,
  leaveAsCustomer,
  leaveMessageAsCustomer,
  rateAsCustomer,
  recallAsCustomer,
  writeAsCustomer,
} from './customerSide.ts'
import { saveDraft } from './drafts.ts'
import {
  addFriend,
  answerOffer,
  askFriendship,
  cancelOffer,
  endFriendship,
  inviteToPath,
  removeFriend,
  startConversation,
} from './friendships.ts'
import { saveGreetings } from './greetings.ts'
import { removeGroup, saveGroup } from './groups.ts'
import { inviteVisitor, saveInvitations, startWithVisitor } from './invitations.ts'
import { saveLanguageServices } from './languageServices.ts'
import { configureLinkPreviews } from './linkPreviews.ts'
import {
  clearListEntries,
  markListEntry,
  moveListEntry,
  pinListEntry,
  removeListEntry,
} from './listEntries.ts'
import { advanceRead, recallMessage, sendMessage, transcribeMessage, translateMessage } from './messages.ts'
import { publishNavMenu, saveNavMenu } from './navMenu.ts'
import { setPresence, setReception } from './presence.ts'
import { setPrivateRemark } from './privateRemarks.ts'
import { saveQuickEntries } from './quickEntries.ts'
import {
  addCompanyQuickReplies,
  addQuickReplies,
  countQuickReply,
  moveCompanyQuickReply,
  moveQuickReply,
  removeCompanyQuickReplies,
  removeQuickReplies,
  renameCompanyQuickReplyGroup,
  renameQuickReplyGroup,
  saveCompanyQuickReply,
  saveQuickReply,
} from './quickReplies.ts'
import { configureMainAccount, configureReception, setCapacity } from './reception.ts'
import { removeReminder, setReminder } from './reminders.ts'
import { removeRouter, saveRouter } from './routers.ts'
import { saveRoutingRules } from './routing.ts'
import { addSavedMessages, removeSavedMessages } from './savedMessages.ts'
import { removeScheduledMessage, sendScheduledMessage, setScheduledMessage } from './scheduledMessages.ts'
import { readNoteMention, removeSessionNote, restoreSessionNote, saveSessionNote } from './sessionNotes.ts'
import {
  acceptSession,
  dismissSession,
  endSession,
  forceTransfer,
  linkRating,
  reopenSession,
  requestRating,
  retargetSessions,
  takeBackSession,
  transferSession,
} from './sessions.ts'
import { changeSiteKeys, showSiteKeys } from './siteKeys.ts'
import { saveSurvey } from './survey.ts'
import { saveTopics, setTopic } from './topics.ts'
import { answerTransfer, askTransfer, withdrawTransfer } from './transferRequests.ts'
import { deleteWidget, describeCompany, saveWidget, takeOverWidget } from './widgets.ts'

/** Every command there is. A side that forgets one does not compile. */
export const commands = {
  'session.accept': acceptSession,
  'session.end': endSession,
  'session.reopen': reopenSession,
  'session.dismiss': dismissSession,
  'session.transfer': transferSession,
  'session.take-back': takeBackSession,
  'session.force-transfer': forceTransfer,
  'session.retarget': retargetSessions,
  'session.set-topic': setTopic,
  'session.request-rating': requestRating,
  'session.link-rating': linkRating,
  'session.cancel-offer': cancelOffer,
  'session-note.save': saveSessionNote,
  'session-note.remove': removeSessionNote,
  'session-note.restore': restoreSessionNote,
  'note-mention.read': readNoteMention,
  'saved-message.add': addSavedMessages,
  'saved-message.remove': removeSavedMessages,
  'scheduled-message.set': setScheduledMessage,
  'scheduled-message.remove': removeScheduledMessage,
  'scheduled-message.send': sendScheduledMessage,
  'reminder.set': setReminder,
  'reminder.remove': removeReminder,
  'conversation.start': startConversation,
  'path.invite': inviteToPath,
  'friendship.ask': askFriendship,
  'friendship.end': endFriendship,
  'message.send': sendMessage,
  'message.recall': recallMessage,
  'message.transcribe': transcribeMessage,
  'message.translate': translateMessage,
  'read.advance': advanceRead,
  'chat.open': openChat,
  'chat.show': showChat,
  'chat.create': createChat,
  'chat.invite': inviteToChat,
  'chat.rename': renameChat,
  'chat.remove-member': removeFromChat,
  'chat.leave': leaveChat,
  'chat.set-messages': setChatMessages,
  'chat.send': sendToChat,
  'list-entry.pin': pinListEntry,
  'list-entry.remove': removeListEntry,
  'list-entry.move': moveListEntry,
  'list-entry.mark': markListEntry,
  'list-entry.clear': clearListEntries,
  'color-mark.set': setColorMarks,
  'reception.configure': configureReception,
  'main-account.configure': configureMainAccount,
  'agent.set-capacity': setCapacity,
  'agent.disable': disableAgent,
  'agent.enable': enableAgent,
  'agent-profile.save': saveOwnProfile,
  'agent-setting.save': saveAgentSettings,
  'company-setting-default.save': saveSettingDefaults,
  'quick-entries.save': saveQuickEntries,
  'company-theme.save': saveCompanyTheme,
  'group.save': saveGroup,
  'group.remove': removeGroup,
  'survey.save': saveSurvey,
  'greetings.save': saveGreetings,
  'nav-menu.save': saveNavMenu,
  'nav-menu.publish': publishNavMenu,
  'topics.save': saveTopics,
  'widget.save': saveWidget,
  'widget.delete': deleteWidget,
  'widget.take-over': takeOverWidget,
  'organization.describe': describeCompany,
  'site-keys.show': showSiteKeys,
  'site-keys.change': changeSiteKeys,
  'invitations.save': saveInvitations,
  'routing-rules.save': saveRoutingRules,
  'bot.save': saveBot,
  'bot.remove': removeBot,
  'router.save': saveRouter,
  'router.remove': removeRouter,
  'language-services.save': saveLanguageServices,
  'link-previews.configure': configureLinkPreviews,
  'visitor.invite': inviteVisitor,
  'visitor.start': startWithVisitor,
  'customer.edit': editCustomer,
  'customer.set-stage': setStage,
  'customer.tag': tagCustomer,
  'customer.set-owner': setOwner,
  'customer.block': blockCustomer,
  'customer.unblock': unblockCustomer,
  'follow-record.add': addFollowRecord,
  'follow-record.edit': editFollowRecord,
  'follow-record.remove': removeFollowRecord,
  'customer-settings.save': saveCustomerSettings,
  'block-entry.add': addBlockEntry,
  'block-entry.remove': removeBlockEntry,
  'private-remark.set': setPrivateRemark,
  'draft.save': saveDraft,
  'transfer-request.ask': askTransfer,
  'transfer-request.answer': answerTransfer,
  'transfer-request.withdraw': withdrawTransfer,
  'contact-group.save': saveContactGroup,
  'contact-group.remove': removeContactGroup,
  'contact.file': fileContact,
  'contact.remove': removeContact,
  'colleague.star': starColleague,
  'colleague.unstar': unstarColleague,
  'quick-reply.save': saveQuickReply,
  'quick-reply.add': addQuickReplies,
  'quick-reply.remove': removeQuickReplies,
  'quick-reply.move': moveQuickReply,
  'quick-reply-group.rename': renameQuickReplyGroup,
  'company-quick-reply.save': saveCompanyQuickReply,
  'company-quick-reply.add': addCompanyQuickReplies,
  'company-quick-reply.remove': removeCompanyQuickReplies,
  'company-quick-reply.move': moveCompanyQuickReply,
  'company-quick-reply-group.rename': renameCompanyQuickReplyGroup,
  'quick-reply.count-use': countQuickReply,
  'presence.set': setPresence,
  'reception.set': setReception,
  'customer.answer-offer': answerOffer,
  'customer.add-friend': addFriend,
  'customer.remove-friend': removeFriend,
  'customer.write': writeAsCustomer,
  'customer.recall': recallAsCustomer,
  'customer.leave': leaveAsCustomer,
  'customer.acknowledge': acknowledgeAsCustomer,
  'customer.rate': rateAsCustomer,
  'customer.ask-rating': askRatingAsCustomer,
  'customer.leave-message': leaveMessageAsCustomer,
  'customer.ask-person': askForPerson,
  'customer.judge-answer': judgeAnswer,
  'customer.fill-form': fillForm,
  'customer.choose': chooseAsCustomer,
} as const satisfies { readonly [Name in string]: CommandDeclaration<Name> }

export type Commands = typeof commands
export type CommandName = keyof Commands
/** Those that an agent may send, and those that a customer may. */
export type AgentCommandName = NameBy<'agent'>
export type CustomerCommandName = NameBy<'customer'>
type NameBy<By extends CommandDeclaration['by']> = {
  [N in CommandName]: Commands[N]['by'] extends By ? N : never
}[CommandName]
export type CommandArgs<N extends CommandName> = z.infer<Commands[N]['args']>
export type CommandResult<N extends CommandName> = z.infer<Commands[N]['result']>
export type CommandCode<N extends CommandName> = Commands[N]['codes'][number] | CommonCode

export { CustomerFields } from './customers.ts'
export { COMMON_CODES, type CommandDeclaration, type CommonCode } from './command.ts'
