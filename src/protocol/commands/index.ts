import type * as z from 'zod'

import type { CommandDeclaration, CommonCode } from './command.ts'
import { editCustomer, tagCustomer } from './customers.ts'
import { acknowledgeAsCustomer, leaveAsCustomer, writeAsCustomer } from './customerSide.ts'
import { removeGroup, saveGroup } from './groups.ts'
import { pinListEntry, removeListEntry } from './listEntries.ts'
import { advanceRead, sendMessage } from './messages.ts'
import { setPresence, setReception } from './presence.ts'
import { acceptSession, endSession, transferSession } from './sessions.ts'

/** Every command there is. A side that forgets one does not compile. */
export const commands = {
  'session.accept': acceptSession,
  'session.end': endSession,
  'session.transfer': transferSession,
  'message.send': sendMessage,
  'read.advance': advanceRead,
  'list-entry.pin': pinListEntry,
  'list-entry.remove': removeListEntry,
  'group.save': saveGroup,
  'group.remove': removeGroup,
  'customer.edit': editCustomer,
  'customer.tag': tagCustomer,
  'presence.set': setPresence,
  'reception.set': setReception,
  'customer.write': writeAsCustomer,
  'customer.leave': leaveAsCustomer,
  'customer.acknowledge': acknowledgeAsCustomer,
} as const satisfies { readonly [Name in string]: CommandDeclaration<Name> }

export type Commands = typeof commands
export type CommandName = keyof Commands
export type AgentCommandName = {
  [N in CommandName]: N extends `customer.${'write' | 'leave' | 'acknowledge'}` ? never : N
}[CommandName]
export type CustomerCommandName = Exclude<CommandName, AgentCommandName>
export type CommandArgs<N extends CommandName> = z.infer<Commands[N]['args']>
export type CommandResult<N extends CommandName> = z.infer<Commands[N]['result']>
export type CommandCode<N extends CommandName> = Commands[N]['codes'][number] | CommonCode

export { CustomerFields } from './customers.ts'
export { COMMON_CODES, type CommandDeclaration, type CommonCode } from './command.ts'
