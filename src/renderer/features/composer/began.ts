import type { ConversationId } from '../../../protocol/model/index.ts'
import { forgetWithAgent } from '../../core/index.ts'

/** What the composers of all conversations know of the typing, whichever of them is there. */
interface Typed {
  readonly conversationId: ConversationId
  readonly at: number
}

/** Where something was typed last that has not been sent. */
let last: Typed | null = null

/** How far a conversation was when the answer that is being written was begun. */
const beganAt = new Map<ConversationId, number>()

forgetWithAgent(() => {
  last = null
  beganAt.clear()
})

export const noteTyped = (conversationId: ConversationId, isEmpty: boolean, seq: number): void => {
  if (isEmpty) {
    forgetTyped(conversationId)
    return
  }
  last = { conversationId, at: performance.now() }
  if (!beganAt.has(conversationId)) beganAt.set(conversationId, seq)
}

/** It was sent, or thrown away. */
export const forgetTyped = (conversationId: ConversationId): void => {
  if (last?.conversationId === conversationId) last = null
  beganAt.delete(conversationId)
}

/** What came up to there was seen. */
export const notedUpTo = (conversationId: ConversationId, seq: number): void => {
  beganAt.set(conversationId, seq)
}

export const beganSeq = (conversationId: ConversationId): number | undefined => beganAt.get(conversationId)

/** Fingers are slower than a conversation that opens under them. */
const UNDER_THE_FINGERS_MS = 1000

/** Whether somebody was writing in another conversation the moment before now. */
export const wasTypingElsewhere = (conversationId: ConversationId): boolean =>
  last !== null &&
  last.conversationId !== conversationId &&
  performance.now() - last.at < UNDER_THE_FINGERS_MS
