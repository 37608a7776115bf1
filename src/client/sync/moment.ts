import type { Clock } from '../../base/clock.ts'
import type { AgentId, AgentPresence, ConversationId } from '../../protocol/model/index.ts'
import type { Topic } from '../store/topics.ts'

/** Typing that is not repeated is over (R-06-095). */
const TYPING_MS = 6000

/** What is true only now and never stored: presence, typing, who is on the page. */
export interface Moment {
  readonly presence: (agentId: AgentId) => AgentPresence | null
  readonly allPresence: () => readonly AgentPresence[]
  readonly isOnline: (conversationId: ConversationId) => boolean
  /** Whether the customer of the conversation is typing. */
  readonly isTyping: (conversationId: ConversationId) => boolean
  /** What they are writing; empty: the company does not look at it. */
  readonly typedText: (conversationId: ConversationId) => string
}

/** The side of it that the frames of the server move. */
export interface MomentWriter extends Moment {
  setPresence(agents: readonly AgentPresence[]): void
  setOnline(online: Readonly<Record<string, boolean>>): void
  setTyping(conversationId: ConversationId, agentId: AgentId | null, on: boolean, text?: string): void
  /** Forgets everything, as a new connection tells it anew. */
  reset(): void
}

export const createMoment = (clock: Clock, announce: (...topics: readonly Topic[]) => void): MomentWriter => {
  const presence = new Map<AgentId, AgentPresence>()
  const online = new Set<string>()
  const typing = new Map<string, { readonly cancel: () => void; readonly text: string }>()

  const stopTyping = (conversationId: ConversationId): boolean => {
    typing.get(conversationId)?.cancel()
    return typing.delete(conversationId)
  }

  return {
    presence: (agentId) => presence.get(agentId) ?? null,
    allPresence: () => [...presence.values()],
    isOnline: (conversationId) => online.has(conversationId),
    isTyping: (conversationId) => typing.has(conversationId),
    typedText: (conversationId) => typing.get(conversationId)?.text ?? '',
    setPresence: (agents) => {
      for (const agent of agents) presence.set(agent.agentId, agent)
      announce('presence')
    },
    setOnline: (changed) => {
      for (const [conversationId, on] of Object.entries(changed)) {
        if (on) online.add(conversationId)
        else online.delete(conversationId)
      }
      announce('customers-online')
    },
    setTyping: (conversationId, agentId, on, text = '') => {
      if (agentId !== null) return
      const before = typing.get(conversationId)?.text ?? ''
      const was = stopTyping(conversationId)
      if (on) {
        const cancel = clock.after(TYPING_MS, () => {
          typing.delete(conversationId)
          announce('typing')
        })
        typing.set(conversationId, { cancel, text })
      }
      if (was !== on || (on && before !== text)) announce('typing')
    },
    reset: () => {
      presence.clear()
      online.clear()
      for (const { cancel } of typing.values()) cancel()
      typing.clear()
      announce('presence', 'customers-online', 'typing')
    },
  }
}
