import type * as z from 'zod'

import { disableAgent, enableAgent } from './agents.ts'
import { addBlockEntry, removeBlockEntry } from './blockEntries.ts'
import { removeBot, saveBot } from './bots.ts'
import type { CommandDeclaration, CommonCode } from './command.ts'
import { blockCustomer, editCustomer, setOwner, tagCustomer, unblockCustomer } from './customers.ts'
import {
  acknowledgeAsCustomer,
  askRatingAsCustomer,
  askForPerson,
  fillForm,
  chooseAsCustomer,
  leaveAsCustomer,
  leaveMessageAsCustomer,
  rateAsCustomer,
  recallAsCustomer,
  writeAsCustomer,
} from './customerSide.ts'
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
import { pinListEntry, removeListEntry } from './listEntries.ts'
import { advanceRead, recallMessage, sendMessage } from './messages.ts'
import { publishNavMenu, saveNavMenu } from './navMenu.ts'
import { setPresence, setReception } from './presence.ts'
import { setPrivateRemark } from './privateRemarks.ts'
import { configureReception, setCapacity } from './reception.ts'
import { removeRouter, saveRouter } from './routers.ts'
import { saveRoutingRules } from './routing.ts'
import {
  acceptSession,
  dismissSession,
  endSession,
  forceTransfer,
  linkRating,
  requestRating,
  retargetSessions,
  transferSession,
} from './sessions.ts'
import { changeSiteKeys, showSiteKeys } from './siteKeys.ts'
import { saveSurvey } from './survey.ts'
import { saveTopics, setTopic } from './topics.ts'
import { deleteWidget, describeCompany, saveWidget, takeOverWidget } from './widgets.ts'

/** Every command there is. A side that forgets one does not compile. */
export const commands = {
  'session.accept': acceptSession,
  'session.end': endSession,
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
  'visitor.invite': inviteVisitor,
  'visitor.start': startWithVisitor,
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
  'customer.fill-form': fillForm,
  'customer.choose': chooseAsCustomer,
} as const satisfies { readonly [Name in string]: CommandDeclaration<Name> }

export type Commands = typeof commands
export type CommandName = keyof Commands
export type AgentCommandName = {
  [
    N in CommandName
  ]: N extends `customer.${'write' | 'recall' | 'leave' | 'acknowledge' | 'rate' | 'ask-rating' | 'leave-message' | 'ask-person' | 'fill-form' | 'choose' | 'answer-offer' | 'add-friend' | 'remove-friend'}`
    ? never
    : N
}[CommandName]
export type CustomerCommandName = Exclude<CommandName, AgentCommandName>
export type CommandArgs<N extends CommandName> = z.infer<Commands[N]['args']>
export type CommandResult<N extends CommandName> = z.infer<Commands[N]['result']>
export type CommandCode<N extends CommandName> = Commands[N]['codes'][number] | CommonCode

export { CustomerFields } from './customers.ts'
export { COMMON_CODES, type CommandDeclaration, type CommonCode } from './command.ts'
