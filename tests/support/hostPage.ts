/** A page of somebody else, on another port, with one script line of the widget: strict policy, hostile surroundings. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'

import { listen } from './httpServer.ts'

export interface HostPage {
  readonly url: string
  close(): Promise<void>
}

const FIXTURES = join(import.meta.dirname, '../fixtures')
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
}

/** One script host, one frame host, one connect host, and nothing unsafe (R-18-075). */
const policyFor = (server: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${server}`,
    `frame-src ${server}`,
    `connect-src ${server}`,
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

export interface HostPageOptions {
  /** Origin of the sync server. */
  readonly server: string
  readonly widget: string
  /** Instead of the one script line of the fixture. */
  readonly snippet?: string
  /** Leaves the language whole; a test that runs code in the page needs that. */
  readonly calm?: boolean
}

export const startHostPage = async ({
  server,
  widget,
  snippet,
  calm,
}: HostPageOptions): Promise<HostPage> => {
  const web: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname
    const name = path === '/' ? 'host-page.html' : path.slice(1)
    if (!/^host-page\.(?:html|css|js)$/u.test(name)) {
      response.writeHead(204).end()
      return
    }
    let text = readFileSync(join(FIXTURES, name), 'utf8')
    if (calm && name === 'host-page.js') text = ''
    if (snippet !== undefined) text = text.replace(/<script async.*<\/script>/u, snippet)
    response.writeHead(200, {
      'content-type': TYPES[name.split('.')[1] ?? ''] ?? 'text/plain',
      'content-security-policy': policyFor(server),
    })
    response.end(text.replaceAll('{{server}}', server).replaceAll('{{widget}}', widget))
  })
  return listen(web)
}
