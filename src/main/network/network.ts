/**
 * How the whole program reaches the network: pages, files, updates, and the core in its own process.
 *
 * Chromium knows the proxies of the system and understands scripts, so it is asked for the way also where it does not go
 * itself. A certificate that is not trusted is refused everywhere and by nobody overruled; an authority of a company is
 * trusted when the system trusts it.
 */
import { app, session, type AuthInfo } from 'electron'

import type { NetworkSettings, ProxyAnswer, ProxyChoice } from '../../preload/contract.ts'
import type { Managed } from './managed.ts'
import { proxyConfigOf } from './proxyChoice.ts'
import type { ProxySignIn } from './proxySignIn.ts'
import { routeOf, type Route } from './route.ts'

export interface Network {
  settings(): NetworkSettings
  /** False: it cannot be used, and nothing has changed. */
  choose(choice: ProxyChoice): Promise<boolean>
  /** The way to an address, with what is known for its proxy. */
  routeTo(url: string): Promise<Way>
  /** What a proxy is answered that wants to know; nothing when the person does not want to say. */
  answer(info: AuthInfo, tried: ProxyAnswer | undefined): Promise<ProxyAnswer | undefined>
}

export interface Way {
  readonly route: Route
  readonly signIn: ProxyAnswer | null
}

export interface NetworkOptions {
  readonly managed: Managed
  /** What the person chose before. */
  readonly chosen: ProxyChoice
  readonly save: (choice: ProxyChoice) => void
  readonly signIn: ProxySignIn
}

export const createNetwork = (options: NetworkOptions): Network => {
  const { managed, save, signIn } = options
  let { chosen } = options
  const use = async (choice: ProxyChoice): Promise<boolean> => {
    const config = proxyConfigOf(choice)
    if (config === undefined) return false
    await session.defaultSession.setProxy(config)
    // Connections that are open go the former way.
    await session.defaultSession.closeAllConnections()
    return true
  }
  // What cannot be used leaves it as the system has it.
  const first = use(managed.proxy ?? chosen).catch(() => false)
  const answer: Network['answer'] = async ({ isProxy, host, port }, tried) =>
    isProxy ? signIn.ask(`${host}:${port}`, tried) : undefined

  app.on('login', (event, _contents, { firstAuthAttempt }, info, reply) => {
    event.preventDefault()
    const tried = firstAuthAttempt ? undefined : signIn.of(`${info.host}:${info.port}`)
    void answer(info, tried).then((said) => reply(said?.name, said?.password))
  })

  return {
    settings: () => ({
      server: managed.server,
      proxy: managed.proxy ?? chosen,
      isManaged: managed.proxy !== null,
    }),
    choose: async (choice) => {
      if (managed.proxy !== null || !(await use(choice))) return false
      chosen = choice
      save(choice)
      signIn.forget()
      return true
    },
    routeTo: async (url) => {
      await first
      const route = routeOf(await session.defaultSession.resolveProxy(url).catch(() => 'DIRECT'))
      return { route, signIn: signIn.of(URL.parse(route)?.host ?? '') ?? null }
    },
    answer,
  }
}
