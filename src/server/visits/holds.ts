import type { Clock } from '../../base/clock.ts'

/** Answers that wait for something to say. */
export interface Holds {
  /** Resolves after `ms`, when the visitor is released, or with true when the page has gone. */
  hold(visitor: string, ms: number, closed: Promise<void>): Promise<boolean>
  /** Lets the answer of the page that asked last go; a visitor may have several open. */
  release(visitor: string): void
  stop(): void
}

export const createHolds = (clock: Clock): Holds => {
  const waiting = new Map<string, Set<() => void>>()
  return {
    hold: async (visitor, ms, closed) =>
      new Promise((resolve) => {
        const mine = waiting.get(visitor) ?? new Set()
        const finish = (gone: boolean): void => {
          cancel()
          mine.delete(release)
          if (mine.size === 0 && waiting.get(visitor) === mine) waiting.delete(visitor)
          resolve(gone)
        }
        const release = (): void => {
          finish(false)
        }
        const cancel = clock.after(ms, release)
        void closed.then(() => {
          finish(true)
        })
        mine.add(release)
        waiting.set(visitor, mine)
      }),
    release: (visitor) => {
      const [...all] = waiting.get(visitor) ?? []
      all.at(-1)?.()
    },
    stop: () => {
      for (const mine of [...waiting.values()]) for (const release of [...mine]) release()
    },
  }
}
