/** Work waits here until it may begin. */
export interface Turns {
  take<T>(work: () => Promise<T>): Promise<T>
}

/** Lets one after another do what two must not do at once. */
export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve()
  return {
    take: async (work) => {
      const turn = last.then(work)
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

/** Lets at most `count` go on at once; the others wait in the order they came. */
export const createPlaces = (count: number): Turns => {
  const waiting: (() => void)[] = []
  let free = count
  return {
    take: async (work) => {
      if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
      else free -= 1
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else free += 1
      }
    },
  }
}
