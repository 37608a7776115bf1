import type { CommandName } from '../../protocol/commands/index.ts'
import type { InternalName } from '../engine/types.ts'
import { disableAgent, enableAgent } from './agents/disableAgent.ts'
import { addBlockEntry, removeBlockEntry } from './blockEntries/blockEntry.ts'
import { removeBot } from './bots/removeBot.ts'
import { saveBot } from './bots/saveBot.ts'
import { blockCustomer, unblockCustomer } from './customers/blockCustomer.ts'
import { editCustomer } from './customers/editCustomer.ts'
import { setOwner } from './customers/setOwner.ts'
import { tagCustomer } from './customers/tagCustomer.ts'
import { acknowledgeAsCustomer } from './customerSide/acknowledgeAsCustomer.ts'
import { addFriendAsCustomer, removeFriendAsCustomer } from './customerSide/addFriendAsCustomer.ts'
import { answerOfferAsCustomer } from './customerSide/answerOfferAsCustomer.ts'
import { askForPerson } from './customerSide/askForPerson.ts'
import { askRatingAsCustomer } from './customerSide/askRatingAsCustomer.ts'
import { chooseAsCustomer } from './customerSide/chooseAsCustomer.ts'
import { fillForm } from './customerSide/fillForm.ts'
import { leaveAsCustomer } from './customerSide/leaveAsCustomer.ts'
import { leaveMessageAsCustomer } from './customerSide/leaveMessageAsCustomer.ts'
import { rateAsCustomer } from './customerSide/rateAsCustomer.ts'
import { recallAsCustomer } from './customerSide/recallAsCustomer.ts'
import { writeAsCustomer } from './customerSide/writeAsCustomer.ts'
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
import { createOrganization } from './internal/createOrganization.ts'
import { fireTimer } from './internal/fireTimer.ts'
import { openIdentity } from './internal/openIdentity.ts'
import { openInvited } from './internal/openInvited.ts'
import { rateByLink } from './internal/rateByLink.ts'
import { requeue } from './internal/requeueSession.ts'
import { showInvitation } from './internal/showInvitation.ts'
import { inviteVisitor, startWithVisitor } from './invitations/inviteVisitor.ts'
import { saveInvitations } from './invitations/saveInvitations.ts'
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
import { configureReception } from './reception/configureReception.ts'
import { setCapacity } from './reception/setCapacity.ts'
import { removeRouter } from './routing/removeRouter.ts'
import { saveRouter } from './routing/saveRouter.ts'
import { saveRoutingRules } from './routing/saveRoutingRules.ts'
import { acceptSession } from './sessions/acceptSession.ts'
import { dismissSession } from './sessions/dismissSession.ts'
import { endOwnSession } from './sessions/endOwnSession.ts'
import { forceTransfer } from './sessions/forceTransfer.ts'
import { linkRating } from './sessions/linkRating.ts'
import { requestRating } from './sessions/requestRating.ts'
import { retargetSessions } from './sessions/retargetSessions.ts'
import { setTopic } from './sessions/setTopic.ts'
import { transferSession } from './sessions/transferSession.ts'
import { changeSiteKeys } from './siteKeys/changeSiteKeys.ts'
import { showSiteKeys } from './siteKeys/showSiteKeys.ts'
import { saveSurvey } from './surveys/saveSurvey.ts'
import { saveTopics } from './topics/saveTopics.ts'
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
  'session.force-transfer': forceTransfer,
  'session.retarget': retargetSessions,
  'session.set-topic': setTopic,
  'session.request-rating': requestRating,
  'session.link-rating': linkRating,
  'session.cancel-offer': cancelOffer,
  'conversation.start': startConversation,
  'path.invite': inviteToPath,
  'friendship.ask': askFriendship,
  'friendship.end': endFriendship,
  'message.send': sendMessage,
  'message.recall': recallMessage,
  'read.advance': advanceRead,
  'list-entry.pin': pinListEntry,
  'list-entry.remove': removeListEntry,
  'reception.configure': configureReception,
  'agent.set-capacity': setCapacity,
  'agent.disable': disableAgent,
  'agent.enable': enableAgent,
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
  'customer.tag': tagCustomer,
  'customer.set-owner': setOwner,
  'customer.block': blockCustomer,
  'customer.unblock': unblockCustomer,
  'block-entry.add': addBlockEntry,
  'block-entry.remove': removeBlockEntry,
  'private-remark.set': setPrivateRemark,
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
  'customer.fill-form': fillForm,
  'customer.choose': chooseAsCustomer,
} satisfies { [N in CommandName]: Handler<N> }

/** How a repeated send of each is recognised. */
export const repeats = {
  'session.accept': 'stored',
  'session.end': 'stored',
  'session.dismiss': 'stored',
  'session.transfer': 'stored',
  'session.force-transfer': 'stored',
  'session.retarget': 'stored',
  'session.set-topic': 'stored',
  'session.request-rating': 'stored',
  'session.link-rating': 'stored',
  'session.cancel-offer': 'harmless',
  'conversation.start': 'harmless',
  'path.invite': 'stored',
  'friendship.ask': 'stored',
  'friendship.end': 'stored',
  'message.send': 'message',
  'message.recall': 'harmless',
  'read.advance': 'harmless',
  'list-entry.pin': 'stored',
  'list-entry.remove': 'stored',
  'reception.configure': 'stored',
  'agent.set-capacity': 'stored',
  'agent.disable': 'stored',
  'agent.enable': 'stored',
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
  'customer.tag': 'stored',
  'customer.set-owner': 'stored',
  'customer.block': 'stored',
  'customer.unblock': 'stored',
  'block-entry.add': 'stored',
  'block-entry.remove': 'stored',
  'private-remark.set': 'stored',
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
  'customer.fill-form': 'harmless',
  'customer.choose': 'stored',
} as const satisfies { [N in CommandName]: Repeats }

export const internalHandlers = {
  'organization.create': createOrganization,
  'agent.connected': agentConnected,
  'agent.disconnected': agentDisconnected,
  'identity.open': openIdentity,
  'face.open': openFace,
  'session.requeue': requeue,
  'invitation.show': showInvitation,
  'invitation.answer': answerInvitation,
  'invitation.open': openInvited,
  'bot.answer': answerAsBot,
  'router.answer': answerAsRouter,
  'session.rate': rateByLink,
  'timer.fire': fireTimer,
} satisfies { [N in InternalName]: InternalHandler<N> }
