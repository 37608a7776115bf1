/** Runs at most `atOnce` pieces of work and lets at most `waiting` queue up; more is refused at once. */
export interface WorkQueue {
  /** Undefined: the queue was full and the work was not done. */
  run<T>(work: () => Promise<T>): Promise<T | undefined>
}

/** A queue of its own: `atOnce` pieces of work run beside each other, `waiting` more wait their turn. */
export const createWorkQueue = (atOnce: number, waiting: number): WorkQueue => {
  let running = 0
  const queue: (() => void)[] = []
  return {
    run: async (work) => {
      if (running >= atOnce) {
        if (queue.length >= waiting) return undefined
        await new Promise<void>((resolve) => {
          queue.push(resolve)
        })
      } else running += 1
      try {
        return await work()
      } finally {
        const next = queue.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}

/** A queue of its own for each key, made when it is first asked for. */
export const createWorkQueues = <Key>(atOnce: number, waiting: number): ((key: Key) => WorkQueue) => {
  const queues = new Map<Key, WorkQueue>()
  return (key) => {
    const queue = queues.get(key) ?? createWorkQueue(atOnce, waiting)
    queues.set(key, queue)
    return queue
  }
}
