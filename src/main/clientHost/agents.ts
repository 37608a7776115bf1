/** What connections of the core are made by: straight to the server, or through a proxy. */
import { Agent } from 'node:https'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

import type { ProxyAnswer } from '../../preload/contract.ts'
import type { Route } from '../network/route.ts'

export type GoneRoute = Exclude<Route, 'unusable'>

/** One for each way, which keeps its connections for the next request. */
export const createAgents = (): ((route: GoneRoute, signIn: ProxyAnswer | null) => Agent) => {
  const agents = new Map<string, Agent>()
  return (route, signIn) => {
    const proxy = route === 'direct' ? '' : withSignIn(route, signIn)
    const known = agents.get(proxy)
    if (known) return known
    if (agents.size === 0) trustSystem()
    const agent = new Agent({ keepAlive: true, ...(proxy !== '' && { proxyEnv: { HTTPS_PROXY: proxy } }) })
    agents.set(proxy, agent)
    return agent
  }
}

const withSignIn = (route: Exclude<GoneRoute, 'direct'>, signIn: ProxyAnswer | null): string => {
  if (signIn === null) return route
  const url = new URL(route)
  url.username = encodeURIComponent(signIn.name)
  url.password = encodeURIComponent(signIn.password)
  return url.href
}

/** Node brings its own list of authorities and does not look at the system's, where companies add theirs. */
const trustSystem = (): void =>
  setDefaultCACertificates([...getCACertificates('default'), ...getCACertificates('system')])
