/**
 * Talks to a running sync server through its control file.
 *
 * The server writes `control.json` into its data folder, readable for its owner only; who can read it may ask for
 * an address that signs in once.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Control = {
  readonly pid: number
  readonly port: number
  readonly url: string
  readonly secret: string
  /** The demonstration shop, a page with the widget. */
  readonly shopUrl?: string
  /** Where the demonstration shows what it would have sent. */
  readonly outboxUrl?: string
}

/** What the control file says, or undefined when there is none. It may be the one of a server that died. */
export const readControl = (folder: string): Control | undefined => {
  try {
    return JSON.parse(readFileSync(join(folder, 'control.json'), 'utf8')) as Control
  } catch {
    return undefined
  }
}

/** The address for a person: signed in once, or the set-up of a new server; undefined when no server answers. */
export const requestTicket = async (control: Control): Promise<string | undefined> => {
  try {
    const response = await fetch(new URL('/control/ticket', control.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${control.secret}` },
      signal: AbortSignal.timeout(5_000),
    })
    if (!response.ok) return undefined
    const { url } = (await response.json()) as { readonly url: string }
    return url
  } catch {
    return undefined
  }
}
