/** What a start of the program brings with it, this one or a second one: a sign-in, an address to show. */
import { app } from 'electron'

import type { DesktopSignIn } from '../../preload/contract.ts'
import type { RequestHandlers } from '../ipc/hearWindows.ts'
import { deepLinkOf, parseDeepLink } from './deepLink.ts'
import type { ShellTeller } from './shellNews.ts'
import { parseSignIn } from './signIn.ts'

export interface Starts {
  readonly requests: Pick<RequestHandlers, 'sign-in.take'>
}

/** To be called before the program is ready: the address that it is opened with comes early. */
export const hearStarts = (teller: Pick<ShellTeller, 'link'>, showWindow: () => void): Starts => {
  let signIn: DesktopSignIn | null = parseSignIn(process.env['FOYER_SIGN_IN_URL']) ?? null
  // Children must not inherit what signs in.
  delete process.env['FOYER_SIGN_IN_URL']

  const follow = (link: ReturnType<typeof parseDeepLink>): void => {
    if (link) teller.link(link)
  }
  app.on('second-instance', (_event, args) => {
    follow(deepLinkOf(args))
    showWindow()
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    follow(parseDeepLink(url))
    showWindow()
  })
  app.on('activate', showWindow)
  follow(deepLinkOf(process.argv))
  return {
    requests: {
      'sign-in.take': async () => {
        const taken = signIn
        signIn = null
        return taken
      },
    },
  }
}
