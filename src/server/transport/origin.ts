import type { IncomingMessage } from 'node:http'

/** Which pages may open a socket. */
export interface OriginPolicy {
  allows(request: IncomingMessage): boolean
}

/**
 * A browser says which page a socket belongs to, and a foreign page could use the sign-in of its visitor. Programs that
 * are no browser say nothing and hold nothing of anybody else.
 */
export const createOriginPolicy = (allowed: readonly string[]): OriginPolicy => {
  const origins = new Set(allowed.map((origin) => origin.toLowerCase()))
  return {
    allows: ({ headers }) => {
      const { origin, host } = headers
      if (origin === undefined) return true
      if (origins.has(origin.toLowerCase())) return true
      if (!URL.canParse(origin)) return false
      const { protocol, host: originHost } = new URL(origin)
      return /^https?:$/u.test(protocol) && originHost === host?.toLowerCase()
    },
  }
}
