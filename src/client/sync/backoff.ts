import type { Ids } from '../../base/ids.ts'

const FIRST_MS = 1000
const LONGEST_MS = 30_000

/**
 * How long to wait before try number `attempt` (from 0): somewhere between nothing and 1, 2, 4 … 30 seconds.
 *
 * The whole wait is random, so that thousands of clients of a restarted server do not come back together.
 */
export const connectDelay = (attempt: number, ids: Ids): number =>
  Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 16)) * randomShare(ids))

/** How long a message waits after its try number `attempt` (from 0) failed: 1, 2, 4 … 60 seconds. */
export const sendDelay = (attempt: number): number => Math.min(60_000, FIRST_MS * 2 ** Math.min(attempt, 16))

const randomShare = (ids: Ids): number => Number.parseInt(ids.secret(4), 16) / 2 ** 32
