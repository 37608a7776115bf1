/** Headers that tell a browser what our pages may do: as little as they need. */
import type { FastifyInstance, FastifyReply } from 'fastify'

/** On every answer; a route that needs another value sets its own. */
export const addSecurityHeaders = (app: FastifyInstance, { https }: { readonly https: boolean }): void => {
  app.addHook('onRequest', async (_request, reply) => {
    void reply.headers({
      'content-security-policy': NOTHING,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), payment=(), usb=()',
      'cache-control': 'no-store',
      ...(https && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
    })
  })
}

/** For answers that are no page. */
export const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** `host` as the browser called us: an older browser does not count a socket to the same host as `'self'`. */
const connections = (host: string): string =>
  /^[\w.:[\]-]+$/u.test(host) ? `connect-src 'self' ws://${host} wss://${host}` : "connect-src 'self'"

/**
 * The workbench: its own scripts, WebAssembly for the database, and pictures made on the spot.
 *
 * Style attributes are allowed because lists place their rows with them; style sheets come from files only.
 */
export const workbenchPolicy = (host: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    // Pages of the company's own in the right menu; each stands in a sandbox.
    'frame-src https:',
    connections(host),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')

/** What may stand in the list; anything else could end the list and begin a rule of its own. */
const ANCESTOR = /^(?:\*|'none'|https?:\/\/[\w.:[\]*-]+)$/u

/** The chat in its frame. `ancestors`: the sites that may carry it, or `*`. */
export const framePolicy = (host: string, ancestors: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    connections(host),
    `frame-ancestors ${ancestors.filter((ancestor) => ANCESTOR.test(ancestor)).join(' ') || "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** A file somebody sent: whatever it is, it runs nothing and loads nothing. */
export const FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"

/** Readable by pages of every origin: what we put on other people's pages. */
export const allowEverywhere = (reply: FastifyReply): FastifyReply =>
  reply.header('cross-origin-resource-policy', 'cross-origin')
