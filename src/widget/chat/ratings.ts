import type { Ids } from '../../base/ids.ts'
import type { Answers, SessionId } from '../../protocol/model/index.ts'
import type { Answer, CustomerFrame } from '../../protocol/wire/index.ts'

/** Answers to surveys that are on their way. */
export interface Ratings {
  /** The code of what is in the way; null once the server has it. Sending the same again has no second effect. */
  rate(sessionId: SessionId, answers: Answers): Promise<string | null>
  answered(frame: Answer): void
  lineLost(): void
}

export interface RatingPorts {
  readonly ids: Ids
  readonly send: (frame: CustomerFrame) => boolean
}

export const createRatings = ({ ids, send }: RatingPorts): Ratings => {
  const waiting = new Map<string, (code: string | null) => void>()
  return {
    rate: async (sessionId, answers) =>
      new Promise((resolve) => {
        const id = ids.next()
        const args = { sessionId, answers }
        if (send({ t: 'command', id, name: 'customer.rate', args })) waiting.set(id, resolve)
        else resolve('offline')
      }),
    answered: (frame) => {
      waiting.get(frame.id)?.(frame.t === 'done' ? null : frame.code)
      waiting.delete(frame.id)
    },
    lineLost: () => {
      for (const resolve of waiting.values()) resolve('offline')
      waiting.clear()
    },
  }
}
