import type { IncomingMessage } from 'node:http'

export type ClientAddress = (request: IncomingMessage) => string

/** Believes `X-Forwarded-For` from the named proxies only: from anybody else it is an invention. */
export const createClientAddress = (trustedProxies: readonly string[]): ClientAddress => {
  const trusted = new Set(trustedProxies)
  return (request) => {
    let address = plain(request.socket.remoteAddress ?? '')
    if (!trusted.has(address)) return address
    const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
    // From the nearest proxy outwards, as long as who wrote the entry is trusted.
    for (const hop of forwarded.toReversed()) {
      if (!trusted.has(address) || hop.trim() === '') break
      address = plain(hop.trim())
    }
    return address
  }
}

const MAPPED = '::ffff:'
const plain = (address: string): string =>
  address.startsWith(MAPPED) ? address.slice(MAPPED.length) : address
