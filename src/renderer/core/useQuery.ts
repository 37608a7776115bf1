import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'

import type { ClientApi, Ownership, QueryArgs, QueryName, QueryResult } from '../../client/api.ts'
import { useCore } from './CoreProvider.tsx'
import { keyOf, type QueryCache } from './queryCache.ts'
import type { RemoteClient } from './remoteClient.ts'

/**
 * The live answer of a query; undefined before the first one.
 *
 * `keep`: after a change of the arguments the former answer stays until the new one is there, so that lists do not
 * flicker while a filter or a search changes.
 */
export const useQuery = <N extends QueryName>(
  name: N,
  args: QueryArgs<N>,
  { keep = false }: { readonly keep?: boolean } = {},
): QueryResult<N> | undefined => {
  const { cache } = useCore()
  const key = keyOf(name, args)
  // oxlint-disable-next-line react/exhaustive-deps -- the key says everything that the arguments say
  const answer = useMemo(() => cache.answer(name, args), [cache, key])
  const value = useSyncExternalStore(answer.listen, answer.get)
  const [kept, setKept] = useState(value)
  if (keep && value !== undefined && !Object.is(value, kept)) setKept(value)
  return value === undefined && keep ? kept : value
}

/**
 * What `part` makes of the live answer of a query; whoever asks is rendered again only when that is another value.
 *
 * For a small thing in an answer that changes often: `part` tells a text, a number or a part that keeps its identity.
 */
export const useQueryPart = <N extends QueryName, T>(
  name: N,
  args: QueryArgs<N>,
  part: (answer: QueryResult<N> | undefined) => T,
): T => {
  const { cache } = useCore()
  const key = keyOf(name, args)
  // oxlint-disable-next-line react/exhaustive-deps -- the key says everything that the arguments say
  const answer = useMemo(() => cache.answer(name, args), [cache, key])
  return useSyncExternalStore(answer.listen, () => part(answer.get()))
}

/** How the line to the server is; what waits in the outbox changes with each message and is none of it. */
export const useConnection = (): QueryResult<'connection.status'>['state'] | undefined =>
  useQueryPart('connection.status', {}, (status) => status?.state)

/** A question with what it asks for. */
export type Question = { readonly [N in QueryName]: readonly [name: N, args: QueryArgs<N>] }[QueryName]

/**
 * Whether all of these have been answered; what nobody asked yet is asked.
 *
 * What is shown together can wait for all its answers, and costs one rendering then instead of one for each.
 */
export const useAnswered = (questions: readonly Question[]): boolean => {
  const { cache } = useCore()
  const key = questions.map(([name, args]) => keyOf(name, args)).join()
  // oxlint-disable-next-line react/exhaustive-deps -- the key says everything that the questions say
  const all = useMemo(() => allOf(cache, questions), [cache, key])
  return useSyncExternalStore(all.listen, all.get)
}

/** Whether all of some questions have been answered. */
export interface AllAnswered {
  get(): boolean
  /** Asks them for as long as somebody listens. */
  listen(listener: () => void): () => void
}

const allOf = (cache: QueryCache, questions: readonly Question[]): AllAnswered => {
  const answers = questions.map(([name, args]) => cache.answer(name, args as never))
  return {
    get: () => answers.every((answer) => answer.get() !== undefined),
    listen: (listener) => {
      const ends = answers.map((answer) => answer.listen(listener))
      return () => {
        for (const end of ends) end()
      }
    },
  }
}

/** The same function always: whether these are answered, outside of rendering. */
export const useAskFor = (): ((questions: readonly Question[]) => AllAnswered) => {
  const { cache } = useCore()
  return useCallback((questions: readonly Question[]) => allOf(cache, questions), [cache])
}

/** Asks what may be wanted in a moment; what nobody wants after all is forgotten soon. */
export const useAskAhead = (): ((questions: readonly Question[]) => void) => {
  const { cache } = useCore()
  return (questions) => {
    allOf(cache, questions).listen(() => undefined)()
  }
}

/** Asks once, where something is done with the answer instead of shown. */
export const useAsk = (): ClientApi['query'] => useCore().client.query

/** Runs commands and local actions. */
export const useRun = (): ClientApi['run'] => useCore().run

/** Whether this tab has the core. */
export const useOwnership = (client: RemoteClient): Ownership =>
  useSyncExternalStore(client.ownership.listen, client.ownership.get)
