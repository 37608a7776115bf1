import type {
  AgentId,
  AgentPresence,
  ConversationId,
  Me,
  Message,
  OrganizationId,
  Scope,
  Session,
} from '../../protocol/model/index.ts'
import type { SnapshotPart } from '../../protocol/wire/index.ts'
import type { LogItem } from './logItem.ts'

/** What publishing reads of the database. */
export interface PublishReads {
  /** Where the log is and what the agent follows, at one moment. */
  position(organizationId: OrganizationId, agentId: AgentId): Promise<Position>
  /** The stretch of the log after `after`, at most `limit` items. Its beginning is missing if it was too old to keep. */
  log(organizationId: OrganizationId, after: number, limit: number): Promise<readonly LogItem[]>
  /** The agent's own `scope.followed` and `scope.lost` in that stretch, in order. */
  scopeChanges(
    organizationId: OrganizationId,
    agentId: AgentId,
    after: number,
    upTo: number,
  ): Promise<readonly LogItem[]>
  snapshot(organizationId: OrganizationId, agentId: AgentId, scopes: readonly Scope[]): Promise<Snapshot>
  presence(organizationId: OrganizationId): Promise<readonly AgentPresence[]>
  /** Outward names and avatars of everybody. */
  agents(organizationId: OrganizationId): Promise<readonly OutwardAgent[]>
  /** `before` null: the newest. Ascending. */
  messagesBefore(
    organizationId: OrganizationId,
    conversationId: ConversationId,
    before: number | null,
    limit: number,
  ): Promise<readonly Message[]>
  messagesAfter(
    organizationId: OrganizationId,
    conversationId: ConversationId,
    after: number,
    limit: number,
  ): Promise<readonly Message[]>
  /** The latest session of the conversation. */
  session(organizationId: OrganizationId, conversationId: ConversationId): Promise<Session | undefined>
  /** How far the agent has read in the conversation; 0: nothing. */
  readSeq(organizationId: OrganizationId, agentId: AgentId, conversationId: ConversationId): Promise<number>
  /** Who waits for this target, first first. */
  queue(organizationId: OrganizationId, target: Session['target']): Promise<readonly ConversationId[]>
  /** How long those had waited whom this target has received since then, in milliseconds. */
  waits(organizationId: OrganizationId, target: Session['target'], since: number): Promise<readonly number[]>
}

export interface Snapshot {
  readonly revision: number
  /** Frames of the scope `org`, if it was asked for: the same for everybody, made once while nothing of it changes. */
  readonly organization: readonly Buffer[]
  /** The other scopes. */
  readonly parts: readonly SnapshotPart[]
}

export interface Position {
  readonly epoch: string
  readonly revision: number
  readonly scopes: readonly Scope[]
  readonly me: Me
}

export interface OutwardAgent {
  readonly id: AgentId
  readonly outwardName: string
  readonly avatarFileId: string | null
}
