/** A site on this machine that answers as the test says, by a name that the test makes lead here. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import { publicInternet, type Outside } from '../../src/server/outbound/get.ts'
import { listen } from './httpServer.ts'

export interface WebSite {
  /** Addresses of its pages begin with it. */
  readonly url: string
  readonly port: number
  /** What was asked for, in order. */
  readonly asked: readonly { readonly path: string; readonly headers: IncomingMessage['headers'] }[]
  /** The rules of the internet, with this site in it. */
  readonly outside: Outside
  /** Answers this path from now on. */
  answer(path: string, respond: (response: ServerResponse) => void): void
  /** Answers it with a page that has this in its head. */
  page(path: string, head: string): void
  close(): Promise<void>
}

const HOST = 'site.example'

export const startWebSite = async (): Promise<WebSite> => {
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = []
  const answers = new Map<string, (response: ServerResponse) => void>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push({ path, headers: request.headers })
    const respond = answers.get(path)
    if (respond) respond(response)
    else response.writeHead(404).end()
  })
  const { port, close } = await listen(server)
  const url = `http://${HOST}:${port}`
  const answer: WebSite['answer'] = (path, respond) => {
    answers.set(path, respond)
  }
  return {
    url,
    port,
    asked,
    outside: {
      allows: (to) => to.origin === url || publicInternet.allows(to),
      lookup: (host, options, found) => {
        if (host !== HOST) publicInternet.lookup(host, options, found)
        else if (options.all) found(null, [{ address: '127.0.0.1', family: 4 }])
        else found(null, '127.0.0.1', 4)
      },
    },
    answer,
    page: (path, head) => {
      answer(path, (response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8')
        response.end(`<!doctype html><html><head>${head}</head><body>…</body></html>`)
      })
    },
    close,
  }
}
