import type { ClientApi, QueryArgs, QueryName, QueryResult } from '../../client/api.ts'

/** A live answer that any number of components read. */
export interface LiveAnswer<T> {
  /** Undefined before the first answer. */
  get(): T | undefined
  listen(listener: () => void): () => void
}

export interface QueryCache {
  answer<N extends QueryName>(name: N, args: QueryArgs<N>): LiveAnswer<QueryResult<N>>
}

/** Going back to what one has just left shows it at once. */
const KEPT_MS = 5000

/** Asks each question once, whatever the number of components; all of them see the same answer in the same moment. */
export const createQueryCache = (client: ClientApi): QueryCache => {
  const answers = new Map<string, LiveAnswer<unknown>>()
  return {
    answer: <N extends QueryName>(name: N, args: QueryArgs<N>) => {
      const key = keyOf(name, args)
      const known = answers.get(key) ?? createAnswer(client, name, args, () => answers.delete(key))
      answers.set(key, known)
      return known as LiveAnswer<QueryResult<N>>
    },
  }
}

/** The same text for the same question. */
export const keyOf = (name: string, args: object): string =>
  `${name} ${JSON.stringify(Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1)))}`

const createAnswer = <N extends QueryName>(
  client: ClientApi,
  name: N,
  args: QueryArgs<N>,
  dispose: () => void,
): LiveAnswer<QueryResult<N>> => {
  const listeners = new Set<() => void>()
  let value: QueryResult<N> | undefined
  let end: (() => void) | null = null
  let ending: ReturnType<typeof setTimeout> | null = null

  const start = (): void => {
    if (ending !== null) clearTimeout(ending)
    ending = null
    end ??= client.subscribe(name, args, (next) => {
      value = next
      for (const listener of [...listeners]) listener()
    })
  }
  const endSoon = (): void => {
    ending = setTimeout(() => {
      end?.()
      end = null
      dispose()
    }, KEPT_MS)
  }

  return {
    get: () => value,
    listen: (listener) => {
      listeners.add(listener)
      start()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) endSoon()
      }
    },
  }
}
