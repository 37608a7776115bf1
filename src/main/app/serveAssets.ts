/** Answers the addresses of the program from its folder. */
import { readFile } from 'node:fs/promises'

import { protocol } from 'electron'

import { APP_SCHEME, assetOf, contentSecurityPolicy } from './assets.ts'

/** To be called before the program is ready; later Electron refuses it. */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])

const notFound = (): Response => new Response('not found', { status: 404 })

export const serveAssets = (root: string, server: string | undefined): void =>
  protocol.handle(APP_SCHEME, async ({ url }) => {
    const asset = assetOf(root, url)
    if (asset === undefined) return notFound()
    try {
      return new Response(await readFile(asset.file), {
        headers: {
          'content-type': asset.type,
          'content-security-policy': contentSecurityPolicy(server),
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        },
      })
    } catch {
      return notFound()
    }
  })
