import type { CommandName } from '../../protocol/commands/index.ts'
import type { InternalName } from '../engine/types.ts'
import { blockCustomer, unblockCustomer } from './customers/blockCustomer.ts'
import { editCustomer } from './customers/editCustomer.ts'
import { tagCustomer } from './customers/tagCustomer.ts'
import { acknowledgeAsCustomer } from './customerSide/acknowledgeAsCustomer.ts'
import { leaveAsCustomer } from './customerSide/leaveAsCustomer.ts'
import { rateAsCustomer } from './customerSide/rateAsCustomer.ts'
import { writeAsCustomer } from './customerSide/writeAsCustomer.ts'
import { removeGroup } from './groups/removeGroup.ts'
import { saveGroup } from './groups/saveGroup.ts'
import type { Handler, InternalHandler, Repeats } from './handler.ts'
import { createOrganization } from './internal/createOrganization.ts'
import { fireTimer } from './internal/fireTimer.ts'
import { openIdentity } from './internal/openIdentity.ts'
import { requeue } from './internal/requeueSession.ts'
import { pinListEntry } from './listEntries/pinListEntry.ts'
import { removeListEntry } from './listEntries/removeListEntry.ts'
import { advanceRead } from './messages/advanceRead.ts'
import { sendMessage } from './messages/sendMessage.ts'
import { agentConnected, agentDisconnected } from './presence/connections.ts'
import { setPresence } from './presence/setPresence.ts'
import { setReception } from './presence/setReception.ts'
import { configureReception } from './reception/configureReception.ts'
import { setCapacity } from './reception/setCapacity.ts'
import { acceptSession } from './sessions/acceptSession.ts'
import { dismissSession } from './sessions/dismissSession.ts'
import { endOwnSession } from './sessions/endOwnSession.ts'
import { requestRating } from './sessions/requestRating.ts'
import { setTopic } from './sessions/setTopic.ts'
import { transferSession } from './sessions/transferSession.ts'
import { saveSurvey } from './surveys/saveSurvey.ts'
import { saveTopics } from './topics/saveTopics.ts'

/** Who decides which command. A command without a handler does not compile. */
export const handlers = {
  'session.accept': acceptSession,
  'session.end': endOwnSession,
  'session.dismiss': dismissSession,
  'session.transfer': transferSession,
  'session.set-topic': setTopic,
  'session.request-rating': requestRating,
  'message.send': sendMessage,
  'read.advance': advanceRead,
  'list-entry.pin': pinListEntry,
  'list-entry.remove': removeListEntry,
  'reception.configure': configureReception,
  'agent.set-capacity': setCapacity,
  'group.save': saveGroup,
  'group.remove': removeGroup,
  'survey.save': saveSurvey,
  'topics.save': saveTopics,
  'customer.edit': editCustomer,
  'customer.tag': tagCustomer,
  'customer.block': blockCustomer,
  'customer.unblock': unblockCustomer,
  'presence.set': setPresence,
  'reception.set': setReception,
  'customer.write': writeAsCustomer,
  'customer.leave': leaveAsCustomer,
  'customer.acknowledge': acknowledgeAsCustomer,
  'customer.rate': rateAsCustomer,
} satisfies { [N in CommandName]: Handler<N> }

/** How a repeated send of each is recognised. */
export const repeats = {
  'session.accept': 'stored',
  'session.end': 'stored',
  'session.dismiss': 'stored',
  'session.transfer': 'stored',
  'session.set-topic': 'stored',
  'session.request-rating': 'stored',
  'message.send': 'message',
  'read.advance': 'harmless',
  'list-entry.pin': 'stored',
  'list-entry.remove': 'stored',
  'reception.configure': 'stored',
  'agent.set-capacity': 'stored',
  'group.save': 'stored',
  'group.remove': 'stored',
  'survey.save': 'stored',
  'topics.save': 'stored',
  'customer.edit': 'stored',
  'customer.tag': 'stored',
  'customer.block': 'stored',
  'customer.unblock': 'stored',
  'presence.set': 'stored',
  'reception.set': 'stored',
  'customer.write': 'message',
  'customer.leave': 'stored',
  'customer.acknowledge': 'harmless',
  'customer.rate': 'stored',
} as const satisfies { [N in CommandName]: Repeats }

export const internalHandlers = {
  'organization.create': createOrganization,
  'agent.connected': agentConnected,
  'agent.disconnected': agentDisconnected,
  'identity.open': openIdentity,
  'session.requeue': requeue,
  'timer.fire': fireTimer,
} satisfies { [N in InternalName]: InternalHandler<N> }
