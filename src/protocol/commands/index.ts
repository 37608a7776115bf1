import type * as z from 'zod'

import type { CommandDeclaration, CommonCode } from './command.ts'
import { blockCustomer, editCustomer, tagCustomer, unblockCustomer } from './customers.ts'
import { acknowledgeAsCustomer, leaveAsCustomer, rateAsCustomer, writeAsCustomer } from './customerSide.ts'
import { removeGroup, saveGroup } from './groups.ts'
import { pinListEntry, removeListEntry } from './listEntries.ts'
import { advanceRead, sendMessage } from './messages.ts'
import { setPresence, setReception } from './presence.ts'
import { configureReception, setCapacity } from './reception.ts'
import { acceptSession, dismissSession, endSession, requestRating, transferSession } from './sessions.ts'
import { saveSurvey } from './survey.ts'
import { saveTopics, setTopic } from './topics.ts'

/** Every command there is. A side that forgets one does not compile. */
export const commands = {
  'session.accept': acceptSession,
  'session.end': endSession,
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
} as const satisfies { readonly [Name in string]: CommandDeclaration<Name> }

export type Commands = typeof commands
export type CommandName = keyof Commands
export type AgentCommandName = {
  [N in CommandName]: N extends `customer.${'write' | 'leave' | 'acknowledge' | 'rate'}` ? never : N
}[CommandName]
export type CustomerCommandName = Exclude<CommandName, AgentCommandName>
export type CommandArgs<N extends CommandName> = z.infer<Commands[N]['args']>
export type CommandResult<N extends CommandName> = z.infer<Commands[N]['result']>
export type CommandCode<N extends CommandName> = Commands[N]['codes'][number] | CommonCode

export { CustomerFields } from './customers.ts'
export { COMMON_CODES, type CommandDeclaration, type CommonCode } from './command.ts'
