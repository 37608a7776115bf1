import type { AgentId, GroupId, OrganizationId, SessionTarget } from '../../../protocol/model/index.ts'
import type { PresenceRow } from '../../db/agentPresence.ts'
import type { ReadDb } from '../../db/port.ts'
import type { Directory } from '../../engine/directory.ts'

/** What finding a receiver reads: the same for somebody who comes and for a try-out, which changes nothing. */
export interface RoutingReads {
  readonly tx: ReadDb
  readonly organizationId: OrganizationId
  readonly now: number
  directory(): Promise<Directory>
  /** The members of a group who are there, where they are known already; else they are read. */
  present?(groupId: GroupId): Promise<readonly PresenceRow[]>
}

/** Who looks for a receiver; what only some steps ask is read when they ask. */
export interface Seeker {
  readonly target: SessionTarget
  ownerId(): Promise<AgentId | null>
  /** Who had their last session for the target, if it ended after `since`. */
  lastHandlerId(since: number): Promise<AgentId | null>
}
