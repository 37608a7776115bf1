/** The built workbench, and behind it a server that only plays a log: what comes is known, and costs nothing to make. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

import { WebSocketServer } from 'ws'

import { workbenchPolicy } from '../../src/server/transport/http/securityHeaders.ts'
import { listen } from '../../tests/support/httpServer.ts'
import { createPlayedServer, type PlayedServer } from '../client/playedLog.ts'

const ROOT = join(import.meta.dirname, '../../out/web')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}

export interface PlayedSite {
  readonly url: string
  readonly play: PlayedServer['play']
  close(): Promise<void>
}

export const openPlayedSite = async (conversations?: number): Promise<PlayedSite> => {
  const played = createPlayedServer(conversations)
  const web = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    if (pathname.startsWith('/api/')) {
      void played.ports.http({ method: 'POST', url: pathname }).then(({ status, text }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(text)
      })
      return
    }
    const file = join(ROOT, normalize(pathname === '/' ? '/index.html' : pathname))
    try {
      const content = readFileSync(file)
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': workbenchPolicy(request.headers.host ?? ''),
      })
      response.end(content)
    } catch {
      response.writeHead(404).end()
    }
  })
  const sockets = new WebSocketServer({ server: web, path: '/ws' })
  sockets.on('connection', (socket) => {
    const line = played.ports.connect('', {
      opened: () => undefined,
      message: (text) => {
        socket.send(text)
      },
      closed: () => {
        socket.close()
      },
    })
    socket.on('message', (data: Buffer) => {
      line.send(data.toString())
    })
    socket.on('close', () => {
      line.close()
    })
  })
  const { url, close } = await listen(web)
  return {
    url,
    play: played.play,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate()
      await close()
    },
  }
}
