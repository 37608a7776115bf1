import type { Clock } from '../../base/clock.ts'
import type { ConversationId, Scope } from '../../protocol/model/index.ts'
import type { AgentFollower } from './agentFollower.ts'
import type { CustomerRoom } from './customerRoom.ts'

/** A reload of the page, or a change of network, is no departure. */
const GATHER_MS = 1_500

/** Tells the agents who follow a thread whether its customer is on the page now. */
export interface OnlineBoard {
  changed(conversationId: ConversationId): void
  /** What a follower must know about scopes that are new to it. */
  sendFor(follower: AgentFollower, scopes: Iterable<Scope>): void
  stop(): void
}

export const createOnlineBoard = (
  clock: Clock,
  customers: Pick<CustomerRoom, 'isOnline'>,
  followersOf: (scope: Scope) => Iterable<AgentFollower>,
): OnlineBoard => {
  const told = new Map<ConversationId, boolean>()
  const waiting = new Set<ConversationId>()
  let cancel: (() => void) | undefined

  const flush = (): void => {
    cancel = undefined
    const byFollower = new Map<AgentFollower, Record<ConversationId, boolean>>()
    for (const conversationId of waiting) {
      const online = customers.isOnline(conversationId)
      if ((told.get(conversationId) ?? false) === online) continue
      if (online) told.set(conversationId, true)
      else told.delete(conversationId)
      for (const follower of followersOf(`thread:${conversationId}`)) {
        const changes = byFollower.get(follower) ?? {}
        changes[conversationId] = online
        byFollower.set(follower, changes)
      }
    }
    waiting.clear()
    for (const [follower, online] of byFollower) send(follower, online)
  }

  return {
    changed: (conversationId) => {
      waiting.add(conversationId)
      cancel ??= clock.after(GATHER_MS, flush)
    },
    sendFor: (follower, scopes) => {
      const online: Record<ConversationId, boolean> = {}
      for (const scope of scopes) {
        if (!scope.startsWith('thread:')) continue
        const conversationId = scope.slice('thread:'.length) as ConversationId
        if (customers.isOnline(conversationId)) online[conversationId] = true
      }
      if (Object.keys(online).length > 0) send(follower, online)
    },
    stop: () => cancel?.(),
  }
}

const send = (follower: AgentFollower, online: Record<ConversationId, boolean>): void => {
  follower.outlet.send(JSON.stringify({ t: 'customers', online }))
}
