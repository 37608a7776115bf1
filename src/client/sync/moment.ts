import type { Clock } from '../../base/clock.ts'
import type { AgentId, AgentPresence, ConversationId } from '../../protocol/model/index.ts'
import type { Topic } from '../store/topics.ts'

/** Typing that is not repeated is over (R-06-095). */
const TYPING_MS = 6000

/** A colleague's is gone sooner: with the way it took, five seconds after they have stopped (R-03-186). */
const COLLEAGUE_TYPING_MS = 4500

/** What is true only now and never stored: presence, typing, who is on the page. */
export interface Moment {
  readonly presence: (agentId: AgentId) => AgentPresence | null
  readonly allPresence: () => readonly AgentPresence[]
  readonly isOnline: (conversationId: ConversationId) => boolean
  /** Whether the customer of the conversation is typing. */
  readonly isTyping: (conversationId: ConversationId) => boolean
  /** Which colleagues are writing in a thread. */
  readonly colleaguesTyping: (conversationId: ConversationId) => readonly AgentId[]
  /** Which colleagues have the open conversation open, too. */
  readonly viewers: (conversationId: ConversationId) => readonly AgentId[]
  /** What they are writing; empty: the company does not look at it. */
  readonly typedText: (conversationId: ConversationId) => string
}

/** The side of it that the frames of the server move. */
export interface MomentWriter extends Moment {
  setPresence(agents: readonly AgentPresence[]): void
  setOnline(online: Readonly<Record<string, boolean>>): void
  setTyping(conversationId: ConversationId, agentId: AgentId | null, on: boolean, text?: string): void
  setViewing(conversationId: ConversationId, agentIds: readonly AgentId[]): void
  /** Forgets everything, as a new connection tells it anew. */
  reset(): void
}

export const createMoment = (clock: Clock, announce: (...topics: readonly Topic[]) => void): MomentWriter => {
  const presence = new Map<AgentId, AgentPresence>()
  const online = new Set<string>()
  const typing = new Map<string, { readonly cancel: () => void; readonly text: string }>()

  /** By thread and agent; gone by itself as a customer's is. */
  const colleagues = new Map<string, { readonly cancel: () => void; readonly agentId: AgentId }>()

  /** Only of one, the last that was told of. */
  let viewed: { readonly conversationId: ConversationId; readonly agentIds: readonly AgentId[] } | null = null

  const stopTyping = (conversationId: ConversationId): boolean => {
    typing.get(conversationId)?.cancel()
    return typing.delete(conversationId)
  }
  const setColleague = (conversationId: ConversationId, agentId: AgentId, on: boolean): void => {
    const key = `${conversationId} ${agentId}`
    colleagues.get(key)?.cancel()
    const was = colleagues.delete(key)
    if (on) {
      const cancel = clock.after(COLLEAGUE_TYPING_MS, () => {
        colleagues.delete(key)
        announce('typing')
      })
      colleagues.set(key, { cancel, agentId })
    }
    if (was !== on) announce('typing')
  }

  return {
    presence: (agentId) => presence.get(agentId) ?? null,
    allPresence: () => [...presence.values()],
    isOnline: (conversationId) => online.has(conversationId),
    isTyping: (conversationId) => typing.has(conversationId),
    typedText: (conversationId) => typing.get(conversationId)?.text ?? '',
    colleaguesTyping: (conversationId) =>
      [...colleagues].flatMap(([key, { agentId }]) =>
        key.startsWith(`${conversationId} `) ? [agentId] : [],
      ),
    viewers: (conversationId) => (viewed?.conversationId === conversationId ? viewed.agentIds : NOBODY),
    setViewing: (conversationId, agentIds) => {
      viewed = { conversationId, agentIds }
      announce('viewing')
    },
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
      if (agentId !== null) return setColleague(conversationId, agentId, on)
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
      for (const { cancel } of colleagues.values()) cancel()
      colleagues.clear()
      viewed = null
      announce('presence', 'customers-online', 'typing', 'viewing')
    },
  }
}

const NOBODY: readonly AgentId[] = []
