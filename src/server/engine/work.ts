import type { Ids } from '../../base/ids.ts'
import type { Logger } from '../../base/logger.ts'
import type { EventName, EventPayload } from '../../protocol/events/index.ts'
import type { AgentId, ConversationId, OrganizationId, Scope, SessionId } from '../../protocol/model/index.ts'
import { deleteFollow, insertFollow } from '../db/follows.ts'
import type { Transaction } from '../db/port.ts'
import type { Actor } from '../db/sessionJournal.ts'
import { deleteTimer, setTimer, type TimerKind } from '../db/timers.ts'
import type { VisitorList } from '../visits/visitBook.ts'
import type { Directory } from './directory.ts'
import type { Turn } from './turn.ts'
import type { Principal, Signal } from './types.ts'

/** What a handler works with: rows through `tx`, and everything that follows from its decision. */
export interface Work {
  readonly tx: Transaction
  readonly organizationId: OrganizationId
  /** Who caused it, for the journal. */
  readonly actor: Actor
  /** The moment of the command: one for all its rows. */
  readonly now: number
  readonly ids: Ids
  readonly log: Logger
  /** Who is on the pages now. */
  readonly visitors: Pick<VisitorList, 'find'>
  /** So many sessions a customer may ask for in an hour without an agent's answer (R-02-304). */
  readonly mostRequests: number
  directory(): Promise<Directory>
  publish<N extends EventName>(scope: Scope, event: N, payload: EventPayload<N>): void
  signal(signal: Signal): void
  timer(kind: TimerKind, subject: string, dueAt: number): Promise<void>
  cancelTimer(kind: TimerKind, subject: string): Promise<void>
  /** From here on the agent sees the scope; a second time is nothing new. */
  follow(agentId: AgentId, scope: Scope): Promise<void>
  unfollow(agentId: AgentId, scope: Scope): Promise<void>
  /** There while many things are decided side by side: what is left to do once for all of them, when all are decided. */
  readonly later?: Later
  /**
   * Does something that may fail without taking the rest with it: rows, entries and signals of it are undone, and the
   * error is given back.
   */
  attempt(part: () => Promise<void>): Promise<Error | undefined>
}

/** Who and what has to be looked after when everything of a moment is decided. */
export interface Later {
  /** Their places became free. */
  readonly freed: Set<AgentId>
  /** Nobody has them any more. */
  readonly unhandled: Set<SessionId>
  /** Their handlers have them no more. */
  readonly left: Set<SessionId>
  readonly readers: Reader[]
}

/** An agent who had read a thread so far, before lines were added that only report what they know. */
export interface Reader {
  readonly agentId: AgentId
  readonly thread: { readonly id: ConversationId; readonly lastSeq: number }
  readonly hadReadUpTo: number
}

export interface WorkOptions {
  readonly turn: Turn
  readonly principal: Principal
  readonly now: number
  readonly ids: Ids
  readonly log: Logger
  readonly visitors: Pick<VisitorList, 'find'>
  readonly mostRequests: number
  readonly isFatal: (error: unknown) => boolean
}

export const createWork = ({
  turn,
  principal,
  now,
  ids,
  log,
  visitors,
  mostRequests,
  isFatal,
}: WorkOptions): Work => {
  const { tx, organizationId } = turn
  const publish: Work['publish'] = (scope, event, payload) => {
    turn.publish(scope, event, payload, now)
  }
  return {
    tx,
    organizationId,
    actor: actorOf(principal),
    now,
    ids,
    log,
    visitors,
    mostRequests,
    directory: () => turn.directory(),
    publish,
    signal: (signal) => {
      turn.signal(signal)
    },
    timer: async (kind, subject, dueAt) =>
      setTimer(tx, { organization_id: organizationId, kind, subject, due_at: dueAt }),
    cancelTimer: async (kind, subject) => deleteTimer(tx, organizationId, kind, subject),
    follow: async (agentId, scope) => {
      if (await insertFollow(tx, organizationId, agentId, scope, now)) {
        publish(`agent:${agentId}`, 'scope.followed', { scope })
      }
    },
    unfollow: async (agentId, scope) => {
      if (await deleteFollow(tx, organizationId, agentId, scope)) {
        publish(`agent:${agentId}`, 'scope.lost', { scope })
      }
    },
    attempt: async (part) => {
      const mark = turn.mark()
      try {
        await tx.savepoint(part)
        return undefined
      } catch (error) {
        if (isFatal(error)) throw error
        turn.backTo(mark)
        return error instanceof Error ? error : new Error(String(error))
      }
    },
  }
}

const actorOf = (principal: Principal): Actor => {
  switch (principal.kind) {
    case 'agent':
      return { kind: 'agent', id: principal.agentId }
    case 'customer':
      return { kind: 'customer', id: principal.customerId }
    case 'system':
      return { kind: 'system', id: null }
  }
}
