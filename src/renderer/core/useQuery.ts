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

/** Runs commands and local actions. */
export const useRun = (): ClientApi['run'] => useCore().client.run

/** Whether this tab has the core. */
export const useOwnership = (client: RemoteClient): Ownership =>
  useSyncExternalStore(client.ownership.listen, client.ownership.get)
