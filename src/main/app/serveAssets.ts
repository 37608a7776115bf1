/** Answers the addresses of the program: from its folder, and files of conversations from the server. */
import { readFile } from 'node:fs/promises'

import { protocol } from 'electron'

import type { Fetch } from '../network/requests.ts'
import { APP_SCHEME, assetOf, CONTENT_SECURITY_POLICY, serverFileOf } from './assets.ts'

/** To be called before the program is ready; later Electron refuses it. */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true },
    },
  ])

const notFound = (): Response => new Response('not found', { status: 404 })

/** `server`: of the agent who is signed in; `fetch`: by which it is asked. */
export const serveAssets = (root: string, server: () => string | null, fetch: Fetch): void =>
  protocol.handle(APP_SCHEME, async (request) => {
    const path = serverFileOf(request.url)
    if (path !== undefined) return fileOf(fetch, server(), path, request)
    const asset = assetOf(root, request.url)
    if (asset === undefined) return notFound()
    try {
      return new Response(await readFile(asset.file), {
        headers: {
          ...HEADERS,
          'content-type': asset.type,
          'content-security-policy': CONTENT_SECURITY_POLICY,
        },
      })
    } catch {
      return notFound()
    }
  })

const HEADERS = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }

/** What a page has to know of a file; nothing else that a server says reaches it. */
const TOLD = ['content-type', 'content-length', 'content-range', 'content-disposition', 'cache-control']

const fileOf = async (
  fetch: Fetch,
  server: string | null,
  path: string,
  request: Request,
): Promise<Response> => {
  if (server === null || request.method !== 'GET') return notFound()
  // Sound is fetched in parts.
  const range = request.headers.get('range')
  try {
    const answer = await fetch(`${server}${path}`, {
      ...(range !== null && { headers: { range } }),
      redirect: 'error',
    })
    const told = TOLD.flatMap((name) => {
      const value = answer.headers.get(name)
      return value === null ? [] : [[name, value] as const]
    })
    return new Response(answer.body, {
      status: answer.status,
      headers: {
        ...HEADERS,
        ...Object.fromEntries(told),
        // A file is shown, never run.
        'content-security-policy': "default-src 'none'; sandbox",
      },
    })
  } catch {
    return new Response('the server cannot be reached', { status: 502 })
  }
}
