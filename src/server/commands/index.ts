import type { CommandName } from '../../protocol/commands/index.ts'
import type { InternalName } from '../engine/types.ts'
import { disableAgent, enableAgent } from './agents/disableAgent.ts'
import { saveOwnProfile } from './agents/saveOwnProfile.ts'
import { addBlockEntry, removeBlockEntry } from './blockEntries/blockEntry.ts'
import { removeBot } from './bots/removeBot.ts'
import { saveBot } from './bots/saveBot.ts'
import { createChat, inviteToChat, renameChat } from './chats/createChat.ts'
import { leaveChat, removeFromChat } from './chats/leaveChat.ts'
import { openChat, showChat } from './chats/openChat.ts'
import { sendToChat } from './chats/sendToChat.ts'
import { setChatMessages } from './chats/setChatMessages.ts'
import { setColorMarks } from './colorMarks/setColorMarks.ts'
import { removeContactGroup, saveContactGroup } from './contacts/contactGroups.ts'
import { fileContact, removeContact } from './contacts/fileContact.ts'
import { blockCustomer, unblockCustomer } from './customers/blockCustomer.ts'
import { editCustomer } from './customers/editCustomer.ts'
import { addFollowRecord, editFollowRecord, removeFollowRecord } from './customers/followRecords.ts'
import { saveCustomerSettings } from './customers/saveCustomerSettings.ts'
import { setOwner } from './customers/setOwner.ts'
import { setStage } from './customers/setStage.ts'
import { tagCustomer } from './customers/tagCustomer.ts'
import { acknowledgeAsCustomer } from './customerSide/acknowledgeAsCustomer.ts'
import { addFriendAsCustomer, removeFriendAsCustomer } from './customerSide/addFriendAsCustomer.ts'
import { answerOfferAsCustomer } from './customerSide/answerOfferAsCustomer.ts'
import { askForPerson } from './customerSide/askForPerson.ts'
import { askRatingAsCustomer } from './customerSide/askRatingAsCustomer.ts'
import { chooseAsCustomer } from './customerSide/chooseAsCustomer.ts'
import { fillForm } from './customerSide/fillForm.ts'
import { judgeAnswer } from './customerSide/judgeAnswer.ts'
import { leaveAsCustomer } from './customerSide/leaveAsCustomer.ts'
import { leaveMessageAsCustomer } from './customerSide/leaveMessageAsCustomer.ts'
import { rateAsCustomer } from './customerSide/rateAsCustomer.ts'
import { recallAsCustomer } from './customerSide/recallAsCustomer.ts'
import { writeAsCustomer } from './customerSide/writeAsCustomer.ts'
import { saveDraft } from './drafts/saveDraft.ts'
import { cancelOffer } from './faces/cancelOffer.ts'
import { inviteToPath } from './faces/inviteToPath.ts'
import { openFace } from './faces/openFace.ts'
import { startConversation } from './faces/startConversation.ts'
import { askFriendship } from './friendships/askFriendship.ts'
import { endFriendship } from './friendships/endFriendship.ts'
import { saveGreetings } from './greetings/saveGreetings.ts'
import { removeGroup } from './groups/removeGroup.ts'
import { saveGroup } from './groups/saveGroup.ts'
import type { Handler, InternalHandler, Repeats } from './handler.ts'
import { answerAsBot } from './internal/answerAsBot.ts'
import { answerAsRouter } from './internal/answerAsRouter.ts'
import { answerInvitation } from './internal/answerInvitation.ts'
import { answerMailDone } from './internal/answerMail.ts'
import { createOrganization } from './internal/createOrganization.ts'
import { fireTimer, fireTimers } from './internal/fireTimer.ts'
import { joinAddress } from './internal/joinAddress.ts'
import { noteVisits } from './internal/noteVisits.ts'
import { openIdentity } from './internal/openIdentity.ts'
import { openInvited } from './internal/openInvited.ts'
import { rateByLink } from './internal/rateByLink.ts'
import { renewHistory } from './internal/renewHistory.ts'
import { requeue } from './internal/requeueSession.ts'
import { showInvitation } from './internal/showInvitation.ts'
import { inviteVisitor, startWithVisitor } from './invitations/inviteVisitor.ts'
import { saveInvitations } from './invitations/saveInvitations.ts'
import { clearListEntries } from './listEntries/clearListEntries.ts'
import { markListEntry } from './listEntries/markListEntry.ts'
import { moveListEntry } from './listEntries/moveListEntry.ts'
import { pinListEntry } from './listEntries/pinListEntry.ts'
import { removeListEntry } from './listEntries/removeListEntry.ts'
import { advanceRead } from './messages/advanceRead.ts'
import { recallMessage } from './messages/recallMessage.ts'
import { sendMessage } from './messages/sendMessage.ts'
import { publishNavMenu, saveNavMenu } from './navMenu/saveNavMenu.ts'
import { agentConnected, agentDisconnected } from './presence/connections.ts'
import { setPresence } from './presence/setPresence.ts'
import { setReception } from './presence/setReception.ts'
import { setPrivateRemark } from './privateRemarks/setPrivateRemark.ts'
import { saveQuickEntries } from './quickEntries/saveQuickEntries.ts'
import { addQuickReplies } from './quickReplies/addQuickReplies.ts'
import { countQuickReply } from './quickReplies/countQuickReply.ts'
import { moveQuickReply } from './quickReplies/moveQuickReply.ts'
import { removeQuickReplies } from './quickReplies/removeQuickReplies.ts'
import { renameQuickReplyGroup } from './quickReplies/renameQuickReplyGroup.ts'
import { saveQuickReply } from './quickReplies/saveQuickReply.ts'
import { configureMainAccount } from './reception/configureMainAccount.ts'
import { configureReception } from './reception/configureReception.ts'
import { setCapacity } from './reception/setCapacity.ts'
import { removeReminder, setReminder } from './reminders/reminders.ts'
import { removeRouter } from './routing/removeRouter.ts'
import { saveRouter } from './routing/saveRouter.ts'
import { saveRoutingRules } from './routing/saveRoutingRules.ts'
import {
  removeScheduledMessage,
  sendScheduledMessage,
  setScheduledMessage,
} from './scheduledMessages/scheduledMessages.ts'
import { readNoteMention } from './sessionNotes/noteMentions.ts'
import { removeSessionNote, restoreSessionNote, saveSessionNote } from './sessionNotes/sessionNotes.ts'
import { acceptSession } from './sessions/acceptSession.ts'
import { dismissSession } from './sessions/dismissSession.ts'
import { endOwnSession } from './sessions/endOwnSession.ts'
import { forceTransfer } from './sessions/forceTransfer.ts'
import { linkRating } from './sessions/linkRating.ts'
import { reopenSession } from './sessions/reopenSession.ts'
import { requestRating } from './sessions/requestRating.ts'
import { retargetSessions } from './sessions/retargetSessions.ts'
import { setTopic } from './sessions/setTopic.ts'
import { takeBackSession } from './sessions/takeBackSession.ts'
import { transferSession } from './sessions/transferSession.ts'
import { saveAgentSettings } from './settings/saveAgentSettings.ts'
import { saveSettingDefaults } from './settings/saveSettingDefaults.ts'
import { changeSiteKeys } from './siteKeys/changeSiteKeys.ts'
import { showSiteKeys } from './siteKeys/showSiteKeys.ts'
import { saveSurvey } from './surveys/saveSurvey.ts'
import { saveTopics } from './topics/saveTopics.ts'
import { answerTransfer } from './transferRequests/answerTransfer.ts'
import { askTransfer } from './transferRequests/askTransfer.ts'
import { withdrawTransfer } from './transferRequests/withdrawTransfer.ts'
import { deleteWidget } from './widgets/deleteWidget.ts'
import { describeCompany } from './widgets/describeCompany.ts'
import { saveWidget } from './widgets/saveWidget.ts'
import { takeOverWidget } from './widgets/takeOverWidget.ts'

/** Who decides which command. A command without a handler does not compile. */
export const handlers = {
  'session.accept': acceptSession,
  'session.end': endOwnSession,
  'session.dismiss': dismissSession,
  'session.transfer': transferSession,
  'session.take-back': takeBackSession,
  'session.force-transfer': forceTransfer,
  'session.retarget': retargetSessions,
  'session.set-topic': setTopic,
  'session.request-rating': requestRating,
  'session.link-rating': linkRating,
  'session.cancel-offer': cancelOffer,
  'session.reopen': reopenSession,
  'session-note.save': saveSessionNote,
  'session-note.remove': removeSessionNote,
  'session-note.restore': restoreSessionNote,
  'note-mention.read': readNoteMention,
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
  'group.save': saveGroup,
  'group.remove': removeGroup,
  'survey.save': saveSurvey,
  'greetings.save': saveGreetings,
  'nav-menu.save': saveNavMenu,
  'nav-menu.publish': publishNavMenu,
  'topics.save': saveTopics,
  'invitations.save': saveInvitations,
  'routing-rules.save': saveRoutingRules,
  'bot.save': saveBot,
  'bot.remove': removeBot,
  'router.save': saveRouter,
  'router.remove': removeRouter,
  'visitor.invite': inviteVisitor,
  'visitor.start': startWithVisitor,
  'widget.save': saveWidget,
  'widget.delete': deleteWidget,
  'widget.take-over': takeOverWidget,
  'organization.describe': describeCompany,
  'site-keys.show': showSiteKeys,
  'site-keys.change': changeSiteKeys,
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
  'quick-reply.save': saveQuickReply('own'),
  'quick-reply.add': addQuickReplies('own'),
  'quick-reply.remove': removeQuickReplies('own'),
  'quick-reply.move': moveQuickReply('own'),
  'quick-reply-group.rename': renameQuickReplyGroup('own'),
  'company-quick-reply.save': saveQuickReply('company'),
  'company-quick-reply.add': addQuickReplies('company'),
  'company-quick-reply.remove': removeQuickReplies('company'),
  'company-quick-reply.move': moveQuickReply('company'),
  'company-quick-reply-group.rename': renameQuickReplyGroup('company'),
  'quick-reply.count-use': countQuickReply,
  'presence.set': setPresence,
  'reception.set': setReception,
  'customer.answer-offer': answerOfferAsCustomer,
  'customer.add-friend': addFriendAsCustomer,
  'customer.remove-friend': removeFriendAsCustomer,
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
} satisfies { [N in CommandName]: Handler<N> }

/** How a repeated send of each is recognised. */
export const repeats = {
  'session.accept': 'stored',
  'session.end': 'stored',
  'session.dismiss': 'stored',
  'session.transfer': 'stored',
  'session.take-back': 'stored',
  'session.force-transfer': 'stored',
  'session.retarget': 'stored',
  'session.set-topic': 'stored',
  'session.request-rating': 'stored',
  'session.link-rating': 'stored',
  'session.cancel-offer': 'harmless',
  'session.reopen': 'stored',
  'session-note.save': 'harmless',
  'session-note.remove': 'stored',
  'session-note.restore': 'stored',
  'note-mention.read': 'harmless',
  'scheduled-message.set': 'stored',
  'scheduled-message.remove': 'stored',
  'scheduled-message.send': 'stored',
  'reminder.set': 'stored',
  'reminder.remove': 'stored',
  'conversation.start': 'harmless',
  'path.invite': 'stored',
  'friendship.ask': 'stored',
  'friendship.end': 'stored',
  'message.send': 'message',
  'message.recall': 'harmless',
  'read.advance': 'harmless',
  'chat.open': 'harmless',
  'chat.show': 'harmless',
  'chat.create': 'stored',
  'chat.invite': 'harmless',
  'chat.rename': 'harmless',
  'chat.remove-member': 'stored',
  'chat.leave': 'stored',
  'chat.set-messages': 'stored',
  'chat.send': 'message',
  'list-entry.pin': 'stored',
  'list-entry.remove': 'stored',
  'list-entry.move': 'harmless',
  'list-entry.mark': 'stored',
  'list-entry.clear': 'stored',
  'color-mark.set': 'stored',
  'reception.configure': 'stored',
  'main-account.configure': 'stored',
  'agent.set-capacity': 'stored',
  'agent.disable': 'stored',
  'agent.enable': 'stored',
  'agent-profile.save': 'stored',
  'agent-setting.save': 'stored',
  'company-setting-default.save': 'stored',
  'quick-entries.save': 'stored',
  'group.save': 'stored',
  'group.remove': 'stored',
  'survey.save': 'stored',
  'greetings.save': 'stored',
  'nav-menu.save': 'stored',
  'nav-menu.publish': 'stored',
  'topics.save': 'stored',
  'invitations.save': 'stored',
  'routing-rules.save': 'stored',
  'bot.save': 'stored',
  'bot.remove': 'stored',
  'router.save': 'stored',
  'router.remove': 'stored',
  'visitor.invite': 'stored',
  'visitor.start': 'stored',
  'widget.save': 'stored',
  'widget.delete': 'stored',
  'widget.take-over': 'stored',
  'organization.describe': 'stored',
  'site-keys.show': 'harmless',
  'site-keys.change': 'stored',
  'customer.edit': 'stored',
  'customer.set-stage': 'stored',
  'customer.tag': 'stored',
  'customer.set-owner': 'stored',
  'customer.block': 'stored',
  'customer.unblock': 'stored',
  'follow-record.add': 'stored',
  'follow-record.edit': 'stored',
  'follow-record.remove': 'stored',
  'customer-settings.save': 'stored',
  'block-entry.add': 'stored',
  'block-entry.remove': 'stored',
  'private-remark.set': 'stored',
  'draft.save': 'harmless',
  'transfer-request.ask': 'stored',
  'transfer-request.answer': 'stored',
  'transfer-request.withdraw': 'stored',
  'contact-group.save': 'harmless',
  'contact-group.remove': 'stored',
  'contact.file': 'harmless',
  'contact.remove': 'stored',
  'quick-reply.save': 'stored',
  'quick-reply.add': 'harmless',
  'quick-reply.remove': 'harmless',
  'quick-reply.move': 'stored',
  'quick-reply-group.rename': 'stored',
  'company-quick-reply.save': 'stored',
  'company-quick-reply.add': 'harmless',
  'company-quick-reply.remove': 'harmless',
  'company-quick-reply.move': 'stored',
  'company-quick-reply-group.rename': 'stored',
  'quick-reply.count-use': 'stored',
  'presence.set': 'stored',
  'reception.set': 'stored',
  'customer.answer-offer': 'stored',
  'customer.add-friend': 'stored',
  'customer.remove-friend': 'stored',
  'customer.write': 'message',
  'customer.recall': 'harmless',
  'customer.leave': 'stored',
  'customer.acknowledge': 'harmless',
  'customer.rate': 'stored',
  'customer.ask-rating': 'harmless',
  'customer.leave-message': 'stored',
  'customer.ask-person': 'stored',
  'customer.judge-answer': 'harmless',
  'customer.fill-form': 'harmless',
  'customer.choose': 'stored',
} as const satisfies { [N in CommandName]: Repeats }

export const internalHandlers = {
  'organization.create': createOrganization,
  'agent.connected': agentConnected,
  'agent.disconnected': agentDisconnected,
  'identity.open': openIdentity,
  'identity.join': joinAddress,
  'face.open': openFace,
  'session.requeue': requeue,
  'invitation.show': showInvitation,
  'invitation.answer': answerInvitation,
  'invitation.open': openInvited,
  'bot.answer': answerAsBot,
  'router.answer': answerAsRouter,
  'visits.note': noteVisits,
  'answer-mail.done': answerMailDone,
  'session.rate': rateByLink,
  'history.renew': renewHistory,
  'timer.fire': fireTimer,
  'timers.fire': fireTimers,
} satisfies { [N in InternalName]: InternalHandler<N> }
