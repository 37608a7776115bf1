/** So often at most a session is given on because nobody answered; then it waits for whoever takes it (R-02-195). */
export const TIMEOUT_TRANSFERS = 3
/** When nobody else can take it the session stays, and is looked at again after this time (R-02-193). */
export const TIMEOUT_RETRY_MS = 10_000

/**
 * When a handler has left the customer without an answer for too long; null: nothing waits for an answer.
 *
 * `askedAt` is the oldest message without a reply. Whoever got the session later has their own time from then on.
 */
export const unansweredUntil = (
  askedAt: number | null,
  assignedAt: number | null,
  minutes: number,
): number | null => (askedAt === null ? null : Math.max(askedAt, assignedAt ?? 0) + minutes * 60_000)
