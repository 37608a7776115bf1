import type { AgentId, ConversationId } from '../../protocol/model/index.ts'
import type { AgentFollower } from './agentFollower.ts'

/** Tells agents who have the same customer open of each other (R-03-186); true only now, and kept nowhere else. */
export interface ViewingBoard {
  /** What the follower has open; null: nothing. */
  changed(follower: AgentFollower, conversationId: ConversationId | null): void
  left(follower: AgentFollower): void
}

export const createViewingBoard = (): ViewingBoard => {
  const openOf = new Map<AgentFollower, ConversationId>()
  const viewersOf = new Map<ConversationId, Set<AgentFollower>>()

  /** Who may not see the conversation any more is neither told nor told of. */
  const tell = (conversationId: ConversationId): void => {
    const there = [...(viewersOf.get(conversationId) ?? [])].filter(({ scopes }) =>
      scopes.has(`thread:${conversationId}`),
    )
    const all = [...new Set(there.map(({ principal }): AgentId => principal.agentId))]
    for (const { principal, outlet } of there) {
      const agentIds = all.filter((id) => id !== principal.agentId)
      outlet.send(JSON.stringify({ t: 'viewing', conversationId, agentIds }))
    }
  }
  const close = (follower: AgentFollower): void => {
    const before = openOf.get(follower)
    if (before === undefined) return
    openOf.delete(follower)
    const others = viewersOf.get(before)
    others?.delete(follower)
    if (others?.size === 0) viewersOf.delete(before)
    else tell(before)
  }

  return {
    changed: (follower, conversationId) => {
      close(follower)
      if (conversationId === null || !follower.scopes.has(`thread:${conversationId}`)) return
      openOf.set(follower, conversationId)
      const there = viewersOf.get(conversationId) ?? new Set()
      viewersOf.set(conversationId, there.add(follower))
      tell(conversationId)
    },
    left: close,
  }
}
