import type { Clock } from '../../base/clock.ts'
import { ok, type Result } from '../../base/result.ts'

/** A server that is there answers within this; a break of that length is worth a word, too (R-17-011). */
const PATIENCE_MS = 3000

/**
 * Who gave a command and waits for what the server says.
 *
 * The command is kept whatever happens here: a refusal that comes in time goes to the form that gave it, and one that
 * comes later stands in the list of what waits.
 */
export interface Answers {
  /** Answers with what is settled, or with what is expected as soon as nobody waits any more. */
  wait(id: string, expected: unknown): Promise<Result<unknown>>
  has(id: string): boolean
  settle(id: string, answer: Result<unknown>): void
  /** What was given is kept: nobody need wait for this one. */
  release(id: string): void
  /** For none of them. */
  releaseAll(): void
}

interface Waiting {
  readonly expected: unknown
  settle(answer: Result<unknown>): void
}

/** `released` is told whenever somebody is not waited for any more. */
export const createAnswers = (clock: Clock, released: () => void): Answers => {
  const waiting = new Map<string, Waiting>()
  const release = (id: string): void => {
    const one = waiting.get(id)
    if (!one) return
    one.settle(ok(one.expected))
    released()
  }
  return {
    wait: (id, expected) =>
      new Promise((resolve) => {
        const cancel = clock.after(PATIENCE_MS, () => release(id))
        waiting.set(id, {
          expected,
          settle: (answer) => {
            waiting.delete(id)
            cancel()
            resolve(answer)
          },
        })
      }),
    has: (id) => waiting.has(id),
    settle: (id, answer) => waiting.get(id)?.settle(answer),
    release,
    releaseAll: () => {
      for (const id of [...waiting.keys()]) release(id)
    },
  }
}
