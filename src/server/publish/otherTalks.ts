import type { ConversationId, Message } from '../../protocol/model/index.ts'
import type { CustomerFollower } from './customerRoom.ts'

/** Who looks at one of their conversations while something is said in another. */
export interface OtherTalks {
  enter(follower: CustomerFollower): void
  leave(follower: CustomerFollower): void
  has(conversationId: ConversationId): boolean
  /** Somebody of the company said something there. */
  tell(message: Message): void
}

export const createOtherTalks = (): OtherTalks => {
  const byConversation = new Map<ConversationId, Set<CustomerFollower>>()
  return {
    enter: (follower) => {
      for (const id of follower.others?.keys() ?? []) {
        const set = byConversation.get(id)
        if (set) set.add(follower)
        else byConversation.set(id, new Set([follower]))
      }
    },
    leave: (follower) => {
      for (const id of follower.others?.keys() ?? []) {
        const set = byConversation.get(id)
        set?.delete(follower)
        if (set?.size === 0) byConversation.delete(id)
      }
    },
    has: (conversationId) => byConversation.has(conversationId),
    tell: ({ conversationId }) => {
      for (const { others, outlet } of byConversation.get(conversationId) ?? []) {
        outlet.send(JSON.stringify({ t: 'elsewhere', with: others?.get(conversationId) ?? null }))
      }
    },
  }
}
