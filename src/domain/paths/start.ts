import type { AgentId, Channel } from '../../protocol/model/index.ts'
import type { PathState } from './path.ts'

/** What decides whether an agent may begin to talk in a conversation (R-02-291 … R-02-295). */
export interface StartFacts {
  readonly agentId: AgentId
  /** Whose face the conversation has; null: the organisation's. */
  readonly faceAgentId: AgentId | null
  /** The customer is a friend of that face. */
  readonly friend: boolean
  readonly mayUseMainAccount: boolean
  readonly path: PathState
  /** Who has its open session; undefined: there is none, null: it waits for somebody. */
  readonly handlerId: AgentId | null | undefined
  /** The agent and the customer have talked before. */
  readonly talkedBefore: boolean
  /** Null: on this channel nothing is counted. */
  readonly quota: QuotaFacts | null
}

export interface QuotaFacts {
  readonly limit: number
  /** Customers with whom the agent has begun today, friends not counted. */
  readonly used: number
  /** This customer is one of them. */
  readonly counted: boolean
}

export type StartRefusal = 'has-colleague' | 'other-face' | 'path-closed' | 'never-talked' | 'quota-used-up'

/** Null: nothing speaks against it. */
export const startRefusal = (facts: StartFacts): StartRefusal | null => {
  const { agentId, faceAgentId, friend, handlerId, path } = facts
  if (handlerId === agentId) return null
  if (faceAgentId !== null && faceAgentId !== agentId) return 'other-face'
  if (handlerId !== undefined) return 'has-colleague'
  if (!path.open) return 'path-closed'
  if (friend && (faceAgentId === agentId || facts.mayUseMainAccount)) return null
  if (!facts.talkedBefore) return 'never-talked'
  return !friend && facts.quota && isUsedUp(facts.quota) ? 'quota-used-up' : null
}

/** Whether one more customer would be one too many today (R-02-292). */
export const isUsedUp = ({ limit, used, counted }: QuotaFacts): boolean => !counted && used >= limit

/**
 * Whether a conversation an agent begins there counts against their quota (R-02-292). It is about lasting accounts, who may
 * be friends; whoever came by a page reads what is written only when they come again.
 */
export const isCounted = (channel: Channel, friend: boolean): boolean => channel === 'im' && !friend
