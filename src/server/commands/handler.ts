import type { Result } from '../../base/result.ts'
import type {
  CommandArgs,
  CommandCode,
  CommandName,
  CommandResult,
  CustomerCommandName,
} from '../../protocol/commands/index.ts'
import type { AgentPrincipal, CustomerPrincipal, InternalCommands, InternalName } from '../engine/types.ts'
import type { Work } from '../engine/work.ts'

type PrincipalOf<N extends CommandName> = N extends CustomerCommandName ? CustomerPrincipal : AgentPrincipal

/** Decides one command and writes what follows. Arguments are parsed, the permission of the declaration is held. */
export type Handler<N extends CommandName> = (
  work: Work,
  principal: PrincipalOf<N>,
  args: CommandArgs<N>,
) => Promise<Result<CommandResult<N>, CommandCode<N>>>

/** A handler with how a repeated send of its command is recognised. */
export interface Decided<N extends CommandName> {
  readonly handler: Handler<N>
  readonly repeats: Repeats
}

export type InternalHandler<N extends InternalName> = (
  work: Work,
  args: InternalCommands[N]['args'],
) => Promise<Result<InternalCommands[N]['result']>>

/**
 * How a repeated send is recognised.
 *
 * `message`: by the message row, which keeps the id for ever; the handler looks. `stored`: by a stored answer. `harmless`:
 * not at all, because doing it again changes nothing.
 */
type Repeats = 'message' | 'stored' | 'harmless'

export const byMessage = <H>(handler: H) => ({ handler, repeats: 'message' }) as const

export const stored = <H>(handler: H) => ({ handler, repeats: 'stored' }) as const

export const harmless = <H>(handler: H) => ({ handler, repeats: 'harmless' }) as const
