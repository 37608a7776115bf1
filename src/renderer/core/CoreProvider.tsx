import { createContext, use, useState, type ReactNode } from 'react'

import type { ActionName, ClientApi } from '../../client/api.ts'
import { keepAll } from './leaving.ts'
import { createQueryCache, type QueryCache } from './queryCache.ts'

interface Core {
  readonly client: ClientApi
  readonly cache: QueryCache
  readonly run: ClientApi['run']
}

/** Another agent may be here afterwards, or nobody. */
const LEAVES: ReadonlySet<ActionName> = new Set([
  'account.sign-in',
  'account.sign-in-with-ticket',
  'account.sign-out',
  'account.switch',
])

const CoreContext = createContext<Core | null>(null)

/** Gives all components below it the client core; the client stays the same as long as it is mounted. */
export const CoreProvider = ({
  client,
  children,
}: {
  readonly client: ClientApi
  readonly children: ReactNode
}): ReactNode => {
  const [core] = useState<Core>(() => ({
    client,
    cache: createQueryCache(client),
    run: (name, args) => {
      if (LEAVES.has(name)) keepAll()
      return client.run(name, args)
    },
  }))
  return <CoreContext value={core}>{children}</CoreContext>
}

export const useCore = (): Core => {
  const core = use(CoreContext)
  if (!core) throw new Error('there is no CoreProvider above this component')
  return core
}
