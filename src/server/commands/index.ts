import type { CommandName } from '../../protocol/commands/index.ts'
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
import { starColleague, unstarColleague } from './contacts/starColleague.ts'
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
import { startConversation } from './faces/startConversation.ts'
import { askFriendship } from './friendships/askFriendship.ts'
import { endFriendship } from './friendships/endFriendship.ts'
import { saveGreetings } from './greetings/saveGreetings.ts'
import { removeGroup } from './groups/removeGroup.ts'
import { saveGroup } from './groups/saveGroup.ts'
import { byMessage, harmless, stored, type Decided } from './handler.ts'
import { inviteVisitor, startWithVisitor } from './invitations/inviteVisitor.ts'
import { saveInvitations } from './invitations/saveInvitations.ts'
import { saveLanguageServices } from './language/saveLanguageServices.ts'
import { clearListEntries } from './listEntries/clearListEntries.ts'
import { markListEntry } from './listEntries/markListEntry.ts'
import { moveListEntry } from './listEntries/moveListEntry.ts'
import { pinListEntry } from './listEntries/pinListEntry.ts'
import { removeListEntry } from './listEntries/removeListEntry.ts'
import { advanceRead } from './messages/advanceRead.ts'
import { transcribeMessage, translateMessage } from './messages/annotate.ts'
import { recallMessage } from './messages/recallMessage.ts'
import { sendMessage } from './messages/sendMessage.ts'
import { publishNavMenu, saveNavMenu } from './navMenu/saveNavMenu.ts'
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
import { addSavedMessages, removeSavedMessages } from './savedMessages/savedMessages.ts'
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
import { configureLinkPreviews } from './settings/configureLinkPreviews.ts'
import { saveAgentSettings } from './settings/saveAgentSettings.ts'
import { saveCompanyTheme } from './settings/saveCompanyTheme.ts'
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

/** Who decides which command, and how a repeated send of it is recognised. A command without a handler does not compile. */
export const handlers = {
  'session.accept': stored(acceptSession),
  'session.end': stored(endOwnSession),
  'session.dismiss': stored(dismissSession),
  'session.transfer': stored(transferSession),
  'session.take-back': stored(takeBackSession),
  'session.force-transfer': stored(forceTransfer),
  'session.retarget': stored(retargetSessions),
  'session.set-topic': stored(setTopic),
  'session.request-rating': stored(requestRating),
  'session.link-rating': stored(linkRating),
  'session.cancel-offer': harmless(cancelOffer),
  'session.reopen': stored(reopenSession),
  'session-note.save': harmless(saveSessionNote),
  'session-note.remove': stored(removeSessionNote),
  'session-note.restore': stored(restoreSessionNote),
  'note-mention.read': harmless(readNoteMention),
  'saved-message.add': harmless(addSavedMessages),
  'saved-message.remove': harmless(removeSavedMessages),
  'scheduled-message.set': stored(setScheduledMessage),
  'scheduled-message.remove': stored(removeScheduledMessage),
  'scheduled-message.send': stored(sendScheduledMessage),
  'reminder.set': stored(setReminder),
  'reminder.remove': stored(removeReminder),
  'conversation.start': harmless(startConversation),
  'path.invite': stored(inviteToPath),
  'friendship.ask': stored(askFriendship),
  'friendship.end': stored(endFriendship),
  'message.send': byMessage(sendMessage),
  'message.recall': harmless(recallMessage),
  'message.transcribe': harmless(transcribeMessage),
  'message.translate': harmless(translateMessage),
  'read.advance': harmless(advanceRead),
  'chat.open': harmless(openChat),
  'chat.show': harmless(showChat),
  'chat.create': stored(createChat),
  'chat.invite': harmless(inviteToChat),
  'chat.rename': harmless(renameChat),
  'chat.remove-member': stored(removeFromChat),
  'chat.leave': stored(leaveChat),
  'chat.set-messages': stored(setChatMessages),
  'chat.send': byMessage(sendToChat),
  'list-entry.pin': stored(pinListEntry),
  'list-entry.remove': stored(removeListEntry),
  'list-entry.move': harmless(moveListEntry),
  'list-entry.mark': stored(markListEntry),
  'list-entry.clear': stored(clearListEntries),
  'color-mark.set': stored(setColorMarks),
  'reception.configure': stored(configureReception),
  'main-account.configure': stored(configureMainAccount),
  'agent.set-capacity': stored(setCapacity),
  'agent.disable': stored(disableAgent),
  'agent.enable': stored(enableAgent),
  'agent-profile.save': stored(saveOwnProfile),
  'agent-setting.save': stored(saveAgentSettings),
  'company-setting-default.save': stored(saveSettingDefaults),
  'quick-entries.save': stored(saveQuickEntries),
  'company-theme.save': stored(saveCompanyTheme),
  'group.save': stored(saveGroup),
  'group.remove': stored(removeGroup),
  'survey.save': stored(saveSurvey),
  'greetings.save': stored(saveGreetings),
  'nav-menu.save': stored(saveNavMenu),
  'nav-menu.publish': stored(publishNavMenu),
  'topics.save': stored(saveTopics),
  'invitations.save': stored(saveInvitations),
  'routing-rules.save': stored(saveRoutingRules),
  'bot.save': stored(saveBot),
  'bot.remove': stored(removeBot),
  'router.save': stored(saveRouter),
  'router.remove': stored(removeRouter),
  'language-services.save': stored(saveLanguageServices),
  'link-previews.configure': stored(configureLinkPreviews),
  'visitor.invite': stored(inviteVisitor),
  'visitor.start': stored(startWithVisitor),
  'widget.save': stored(saveWidget),
  'widget.delete': stored(deleteWidget),
  'widget.take-over': stored(takeOverWidget),
  'organization.describe': stored(describeCompany),
  'site-keys.show': harmless(showSiteKeys),
  'site-keys.change': stored(changeSiteKeys),
  'customer.edit': stored(editCustomer),
  'customer.set-stage': stored(setStage),
  'customer.tag': stored(tagCustomer),
  'customer.set-owner': stored(setOwner),
  'customer.block': stored(blockCustomer),
  'customer.unblock': stored(unblockCustomer),
  'follow-record.add': stored(addFollowRecord),
  'follow-record.edit': stored(editFollowRecord),
  'follow-record.remove': stored(removeFollowRecord),
  'customer-settings.save': stored(saveCustomerSettings),
  'block-entry.add': stored(addBlockEntry),
  'block-entry.remove': stored(removeBlockEntry),
  'private-remark.set': stored(setPrivateRemark),
  'draft.save': harmless(saveDraft),
  'transfer-request.ask': stored(askTransfer),
  'transfer-request.answer': stored(answerTransfer),
  'transfer-request.withdraw': stored(withdrawTransfer),
  'contact-group.save': harmless(saveContactGroup),
  'contact-group.remove': stored(removeContactGroup),
  'contact.file': harmless(fileContact),
  'contact.remove': stored(removeContact),
  'colleague.star': harmless(starColleague),
  'colleague.unstar': stored(unstarColleague),
  'quick-reply.save': stored(saveQuickReply('own')),
  'quick-reply.add': harmless(addQuickReplies('own')),
  'quick-reply.remove': harmless(removeQuickReplies('own')),
  'quick-reply.move': stored(moveQuickReply('own')),
  'quick-reply-group.rename': stored(renameQuickReplyGroup('own')),
  'company-quick-reply.save': stored(saveQuickReply('company')),
  'company-quick-reply.add': harmless(addQuickReplies('company')),
  'company-quick-reply.remove': harmless(removeQuickReplies('company')),
  'company-quick-reply.move': stored(moveQuickReply('company')),
  'company-quick-reply-group.rename': stored(renameQuickReplyGroup('company')),
  'quick-reply.count-use': stored(countQuickReply),
  'presence.set': stored(setPresence),
  'reception.set': stored(setReception),
  'customer.answer-offer': stored(answerOfferAsCustomer),
  'customer.add-friend': stored(addFriendAsCustomer),
  'customer.remove-friend': stored(removeFriendAsCustomer),
  'customer.write': byMessage(writeAsCustomer),
  'customer.recall': harmless(recallAsCustomer),
  'customer.leave': stored(leaveAsCustomer),
  'customer.acknowledge': harmless(acknowledgeAsCustomer),
  'customer.rate': stored(rateAsCustomer),
  'customer.ask-rating': harmless(askRatingAsCustomer),
  'customer.leave-message': stored(leaveMessageAsCustomer),
  'customer.ask-person': stored(askForPerson),
  'customer.judge-answer': harmless(judgeAnswer),
  'customer.fill-form': harmless(fillForm),
  'customer.choose': stored(chooseAsCustomer),
} satisfies { [N in CommandName]: Decided<N> }
