import { useMemo, useState, useSyncExternalStore } from 'react'

import type { ClientApi, Ownership, QueryArgs, QueryName, QueryResult } from '../../client/api.ts'
import { useCore } from './CoreProvider.tsx'
import { keyOf } from './queryCache.ts'
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
  const all = useMemo(() => {
    const answers = questions.map(([name, args]) => cache.answer(name, args as never))
    return {
      listen: (listener: () => void) => {
        const ends = answers.map((answer) => answer.listen(listener))
        return () => {
          for (const end of ends) end()
        }
      },
      get: () => answers.every((answer) => answer.get() !== undefined),
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the key says everything that the questions say
  }, [cache, key])
  return useSyncExternalStore(all.listen, all.get)
}

/** Asks what may be wanted in a moment; what nobody wants after all is forgotten soon. */
export const useAskAhead = (): ((questions: readonly Question[]) => void) => {
  const { cache } = useCore()
  return (questions) => {
    for (const [name, args] of questions) cache.answer(name, args as never).listen(() => undefined)()
  }
}

/** Asks once, where something is done with the answer instead of shown. */
export const useAsk = (): ClientApi['query'] => useCore().client.query

/** Runs commands and local actions. */
export const useRun = (): ClientApi['run'] => useCore().client.run

/** Whether this tab has the core. */
export const useOwnership = (client: RemoteClient): Ownership =>
  useSyncExternalStore(client.ownership.listen, client.ownership.get)
