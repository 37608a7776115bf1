import type { Scope } from '../../protocol/model/index.ts'
/**
 * One agent's connection and how far along the log it is.
 *
 * A follower is either live (each commit is handed to it) or catching up (it reads the log by itself, in pieces, at the
 * pace of its client). It becomes live in the very turn in which it has read the last revision that was published, so
 * nothing falls between. When it gains a scope it catches up again: up to the moment of the scope's snapshot, then the
 * snapshot, then what came later. So the client gets everything in order of revision, by whatever road.
 */
import type { AgentPrincipal } from '../engine/types.ts'
import type { LogItem } from './logItem.ts'
import type { Outlet } from './outlet.ts'

export interface AgentFollower {
  readonly principal: AgentPrincipal
  readonly outlet: Outlet
  /** Proves the device; ends with it. */
  readonly tokenHash: string
  readonly ownScope: Scope
  readonly scopes: Set<Scope>
  /** Followed, and the snapshot has not been sent. */
  readonly gained: Set<Scope>
  /** Everything up to here has been looked at. */
  cursor: number
  /** Everything up to here has been sent, while it catches up. */
  sent: number
  live: boolean
  /** What the commit under way has for it. */
  batch: LogItem[]
}

export const createAgentFollower = (
  principal: AgentPrincipal,
  outlet: Outlet,
  tokenHash: string,
): AgentFollower => ({
  principal,
  outlet,
  tokenHash,
  ownScope: `agent:${principal.agentId}`,
  scopes: new Set(),
  gained: new Set(),
  cursor: 0,
  sent: 0,
  live: false,
  batch: [],
})

/** Whether an entry of this scope is for the follower now. */
export const sees = (follower: AgentFollower, scope: Scope): boolean =>
  follower.scopes.has(scope) || (scope.startsWith('pool:') && follower.scopes.has('pool:*'))

/** The scopes of the past, from those of now and the changes since, newest last. */
export const scopesBefore = (now: readonly Scope[], changes: readonly LogItem[]): Set<Scope> => {
  const scopes = new Set(now)
  for (const change of changes.toReversed()) {
    const scope = changedScope(change)
    if (!scope) continue
    if (change.event === 'scope.followed') scopes.delete(scope)
    else scopes.add(scope)
  }
  return scopes
}

/** The scope that an own `scope.followed` or `scope.lost` is about. */
export const changedScope = (item: LogItem): Scope | undefined => {
  if (item.event !== 'scope.followed' && item.event !== 'scope.lost') return undefined
  return (item.payload() as { scope: Scope }).scope
}
