/** The one-time sign-in that a program is started with. */
import type { DesktopSignIn } from '../../preload/contract.ts'

/** Reads an address such as `http://127.0.0.1:4310/#ticket=…`; undefined when it is none. */
export const parseSignIn = (url: string | undefined): DesktopSignIn | undefined => {
  const parsed = URL.parse(url ?? '')
  if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return undefined
  const fragment = new URLSearchParams(parsed.hash.replace(/^#\/?\??/u, ''))
  const ticket = fragment.get('ticket') ?? parsed.searchParams.get('ticket')
  return ticket ? { server: parsed.origin, ticket } : undefined
}
