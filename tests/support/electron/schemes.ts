/**
 * Schemes of the program, such as `app:`, in a browser that does not know them: each of their addresses stands for one
 * under a name that no network resolves, and is answered before the network is asked.
 */
import type { Protocol } from 'electron'

type Handler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, Handler>()

export const protocol = {
  registerSchemesAsPrivileged: () => undefined,
  handle: (scheme, handler) => {
    handlers.set(scheme, handler as Handler)
  },
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>

/** `app://foyer/x` → `https://foyer.app.invalid/x`. */
export const toBrowser = (url: string): string => {
  const [, scheme, host, rest] = /^([a-z]+):\/\/([^/]+)(.*)$/u.exec(url) ?? []
  return scheme && handlers.has(scheme) ? `https://${host}.${scheme}.invalid${rest}` : url
}

export const fromBrowser = (url: string): string => {
  const [, host, scheme, rest] = /^https:\/\/([^/]+)\.([a-z]+)\.invalid(.*)$/u.exec(url) ?? []
  return scheme && handlers.has(scheme) ? `${scheme}://${host}${rest}` : url
}

/** The answer of the program, or undefined for an address that is not its own. */
export const answerOf = async (browserUrl: string): Promise<Response | undefined> => {
  const url = fromBrowser(browserUrl)
  const handler = handlers.get(url.slice(0, url.indexOf(':')))
  return url === browserUrl || handler === undefined ? undefined : handler(new Request(url))
}
