/**
 * The narrow interface between transport and engine (design §2).
 *
 * Transport and publishing know sockets and frames; the engine permits, decides and writes. They exchange commands one
 * way and committed batches the other.
 */
import type { Result } from '../../base/result.ts'
import type { CommandName } from '../../protocol/commands/index.ts'
import type { LogEntry } from '../../protocol/events/index.ts'
import type {
  AgentId,
  AgentPresence,
  ConversationId,
  CustomerId,
  IdentityId,
  OrganizationId,
  Permission,
} from '../../protocol/model/index.ts'
import type { ServerQueryName } from '../../protocol/queries/index.ts'

/** Who is asking, as the transport has proved it. The organisation never comes from anywhere else. */
export type Principal = AgentPrincipal | CustomerPrincipal | SystemPrincipal

export interface AgentPrincipal {
  readonly kind: 'agent'
  readonly organizationId: OrganizationId
  readonly agentId: AgentId
  /** Read again by the engine at each command; here for shaping what leaves. */
  readonly permissions: ReadonlySet<Permission>
}

export interface CustomerPrincipal {
  readonly kind: 'customer'
  readonly organizationId: OrganizationId
  readonly identityId: IdentityId
  readonly customerId: CustomerId
  readonly conversationId: ConversationId
}

/** Timers, seeds and the set-up: inside the server only. */
export interface SystemPrincipal {
  readonly kind: 'system'
  readonly organizationId: OrganizationId
}

export interface CommandRequest {
  readonly principal: Principal
  /** Permanent id of the command, made by the client. */
  readonly id: string
  readonly name: CommandName
  /** As it came; the engine parses it. */
  readonly args: unknown
}

/** `revision`: the log includes the effects of the command from here on. */
export type CommandOutcome = Result<{ readonly result: unknown; readonly revision: number }>

/** What one commit changed in one organisation. Published after the commit, in order of `revision`. */
export interface Committed {
  readonly organizationId: OrganizationId
  readonly revision: number
  readonly entries: readonly LogEntry[]
  /** Effects that are not in the log. */
  readonly signals: readonly Signal[]
}

export type Signal =
  | { readonly kind: 'presence'; readonly agents: readonly AgentPresence[] }
  /** The thread's customer must be told where they stand. */
  | { readonly kind: 'customer-state'; readonly conversationId: ConversationId }
  /** Places in the queue of this target moved. */
  | { readonly kind: 'queue-moved'; readonly target: string }

export interface Engine {
  run(request: CommandRequest): Promise<CommandOutcome>
  query(principal: AgentPrincipal, name: ServerQueryName, args: unknown): Promise<Result<unknown>>
  /** Called after each commit, before the answers of its commands. */
  onCommitted(listener: (committed: Committed) => void): () => void
  /** Refuses new commands, finishes the ones it has. */
  stop(): Promise<void>
}
