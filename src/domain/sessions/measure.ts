import type { SessionMeasure } from '../../protocol/model/index.ts'

/** The words of both sides in one session: how many, and when the first and the last was said. */
export interface SessionWords {
  readonly fromCustomer: number
  readonly fromAgents: number
  readonly firstAt: number | null
  readonly lastAt: number | null
}

/** A valid session has messages from both sides; its length is from the first to the last (R-02-162). */
export const measureOf = ({ fromCustomer, fromAgents, firstAt, lastAt }: SessionWords): SessionMeasure => ({
  valid: fromCustomer > 0 && fromAgents > 0,
  lengthMs: firstAt === null || lastAt === null ? 0 : Math.max(0, lastAt - firstAt),
})
