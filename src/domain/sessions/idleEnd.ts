import type { Session } from '../../protocol/model/index.ts'

/** When the customer wrote last and nobody answered (R-02-158). */
export const UNANSWERED_END_MS = 24 * 60 * 60_000
/** So long before the end the customer is asked whether they are still there (R-02-159). */
export const ASK_BEFORE_END_MS = 2 * 60_000

/** When somebody last wrote in the conversation. */
export interface LastWords {
  readonly agentAt: number | null
  readonly customerAt: number | null
}

export interface IdleEnd {
  readonly at: number
  /** The customer had the last word: the session ends because nobody answered. */
  readonly unanswered: boolean
}

/**
 * When the session ends by itself if nobody writes any more; null: it waits in the pool, where nothing expires.
 *
 * `idleEndMs`: how long after the handler's last message, without a word of the customer (R-02-154).
 */
export const idleEndOf = (
  session: Session,
  { agentAt, customerAt }: LastWords,
  idleEndMs: number,
): IdleEnd | null => {
  if (session.state !== 'assigned' && session.state !== 'active') return null
  // A left message may have waited for days: its time begins with whoever takes it.
  const begun = session.leftMessage ? (session.assignedAt ?? 0) : 0
  const asked = Math.max(customerAt ?? 0, session.requestedAt, begun)
  const answered = agentAt !== null && agentAt >= session.requestedAt ? agentAt : null
  // A bot has answered at once.
  if (session.bot) return { at: asked + idleEndMs, unanswered: false }
  // The agent owes an answer unless theirs is the newest word.
  return answered !== null && answered >= asked
    ? { at: answered + idleEndMs, unanswered: false }
    : { at: asked + UNANSWERED_END_MS, unanswered: true }
}
