import type { ClientApi, QueryArgs, QueryName, QueryResult } from '../../client/api.ts'
import type { AgentId } from '../../protocol/model/index.ts'

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

/** Is the same for all accounts. */
const OF_DEVICE: ReadonlySet<QueryName> = new Set(['account.current', 'setting.get'])

interface KeptAnswer extends LiveAnswer<unknown> {
  readonly name: QueryName
  /** Forgets the answer and waits for a new one. */
  askAgain(): void
}

/** Asks each question once, whatever the number of components; all of them see the same answer in the same moment. */
export const createQueryCache = (client: ClientApi): QueryCache => {
  const answers = new Map<string, KeptAnswer>()
  let agentId: AgentId | undefined
  /** Called before anybody else hears it: what another account was answered must not be seen under this one. */
  const hearAccount = ({ account }: QueryResult<'account.current'>): void => {
    // While the files are opened, and after a sign-out, there is nobody, and nothing of anybody.
    if (!account) return
    const former = agentId
    agentId = account.agentId
    if (former === undefined || former === agentId) return
    for (const { name, askAgain } of answers.values()) if (!OF_DEVICE.has(name)) askAgain()
  }
  return {
    answer: <N extends QueryName>(name: N, args: QueryArgs<N>) => {
      const key = keyOf(name, args)
      const known =
        answers.get(key) ?? createAnswer(client, name, args, hearAccount, () => answers.delete(key))
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
  hearAccount: (account: QueryResult<'account.current'>) => void,
  dispose: () => void,
): KeptAnswer => {
  const listeners = new Set<() => void>()
  let value: QueryResult<N> | undefined
  let end: (() => void) | null = null
  let ending: ReturnType<typeof setTimeout> | null = null

  const tell = (): void => {
    for (const listener of [...listeners]) listener()
  }
  const start = (): void => {
    if (ending !== null) clearTimeout(ending)
    ending = null
    end ??= client.subscribe(name, args, (next) => {
      value = next
      if (name === 'account.current') hearAccount(next as QueryResult<'account.current'>)
      tell()
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
    name,
    askAgain: () => {
      if (end === null) return
      end()
      end = null
      value = undefined
      if (listeners.size > 0) start()
      tell()
    },
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
