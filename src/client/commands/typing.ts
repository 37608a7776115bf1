import type { Clock } from '../../base/clock.ts'
import type { ConversationId } from '../../protocol/model/index.ts'
import type { AgentFrame } from '../../protocol/wire/index.ts'

/** At most one sign in this time (R-06-095). */
const EVERY_MS = 3000

/** Tells the customer that the agent is typing; signs may be lost, so nobody waits for them. */
export const createTyping = (
  clock: Clock,
  send: (frame: AgentFrame) => boolean,
): ((conversationId: ConversationId, on: boolean) => void) => {
  const toldAt = new Map<ConversationId, number>()
  return (conversationId, on) => {
    const last = toldAt.get(conversationId)
    if (on && last !== undefined && clock.now() - last < EVERY_MS) return
    if (!on && last === undefined) return
    if (on) toldAt.set(conversationId, clock.now())
    else toldAt.delete(conversationId)
    send({ t: 'typing', conversationId, on })
  }
}
