import { CHAT_LIMITS } from '../../protocol/model/limits.ts'

/** How long one must wait before the next message, by when the own ones before it were written (R-09-048); 0: not at all. */
export const waitBeforeNext = (ownAt: readonly number[], now: number): number => {
  const late = ownAt.filter((at) => at > now - CHAT_LIMITS.withinMs).toSorted((a, b) => b - a)
  const first = late[CHAT_LIMITS.messages - 1]
  return first === undefined ? 0 : first + CHAT_LIMITS.withinMs - now
}
