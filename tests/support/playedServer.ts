/**
 * A server for the widget alone: the built files, uploads, and a conversation that the test plays.
 *
 * It keeps the promises of the real one that the widget relies on: a message is stored once by its id, numbers have no
 * gaps, a connection gets what came after its newest message.
 */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { WebSocketServer, type WebSocket } from 'ws'

import type { MessageId, WrittenBody } from '../../src/protocol/model/index.ts'
import type {
  CustomerFrame,
  CustomerServerFrame,
  CustomerState,
  SeenMessage,
  EntryAnswer,
  PublicEntry,
  VisitAnswer,
  WidgetSettings,
} from '../../src/protocol/wire/index.ts'
import { freePort } from './freePort.ts'
import { listen } from './httpServer.ts'
import { NOBODY, welcomeFrame } from './widgetSocket.ts'

export interface PlayedWidgetServer {
  readonly url: string
  /** Everything that arrived, over all connections. */
  readonly received: CustomerFrame[]
  readonly messages: SeenMessage[]
  readonly uploads: { readonly name: string; readonly kind: string; readonly bytes: Buffer }[]
  settings: WidgetSettings
  /** What is known of the entry to everybody. */
  entry: EntryAnswer
  /** What pages hear that tell of a visit, and what they told. */
  visit: VisitAnswer
  readonly visits: readonly URLSearchParams[]
  /** Who comes without an account must sign in, or say that they go without. */
  gate: boolean
  /** What `welcome` says besides. */
  welcome: Partial<CustomerServerFrame & { t: 'welcome' }>
  /** Answers writes with this instead of storing them. */
  refuseWith: { code: string; details?: Record<string, number> } | null
  /** Uploads wait until it is false. */
  holdUploads: boolean
  connections(): number
  texts(): string[]
  say(text: string): void
  add(message: Partial<SeenMessage>): void
  become(state: Partial<CustomerState>): void
  send(frame: CustomerServerFrame): void
  /** Like `kill -9`: sockets are cut and nobody listens. */
  down(): Promise<void>
  up(): Promise<void>
  close(): Promise<void>
}

const PAGE = 30
/** One dot. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'"
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
}

/** `root` is the folder with `foyer.js` and `frame/`. */
export const playWidgetServer = async (root: string): Promise<PlayedWidgetServer> => {
  const sockets = new Set<WebSocket>()
  const received: CustomerFrame[] = []
  const messages: SeenMessage[] = []
  const uploads: PlayedWidgetServer['uploads'] = []
  const visits: URLSearchParams[] = []
  let state: CustomerState = NOBODY
  let at = Date.now() - 60_000

  const send = (frame: CustomerServerFrame): void => {
    for (const socket of sockets) socket.send(JSON.stringify(frame))
  }

  const add = (message: Partial<SeenMessage>): SeenMessage => {
    const seq = (messages.at(-1)?.seq ?? 0) + 1
    at += 1000
    const added: SeenMessage = {
      id: `m${seq}` as MessageId,
      seq,
      from: 'agent',
      name: '林溪',
      body: { kind: 'text', text: '' },
      at,
      ...message,
    }
    messages.push(added)
    send({ t: 'messages', messages: [added] })
    return added
  }

  const answer = (socket: WebSocket, frame: CustomerFrame): void => {
    const reply = (given: CustomerServerFrame): void => {
      socket.send(JSON.stringify(given))
    }
    if (frame.t === 'ping') reply({ t: 'pong', serverTime: at })
    if (frame.t === 'hello' && server.gate && !frame.account && !frame.anonymous) {
      reply({ t: 'gate', settings: server.settings })
    } else if (frame.t === 'hello') {
      const missed = messages.filter(({ seq }) => seq > frame.after)
      const given = missed.slice(-PAGE)
      const more = given.length > 0 && (given[0]?.seq ?? 1) > 1
      reply(welcomeFrame({ settings: server.settings, state, messages: given, more, ...server.welcome }))
    }
    if (frame.t === 'older') {
      const older = messages.filter(({ seq }) => seq < frame.before)
      reply({ t: 'older', messages: older.slice(-PAGE), more: older.length > PAGE })
    }
    if (frame.t !== 'command') return
    if (frame.name === 'customer.write') {
      if (server.refuseWith) {
        reply({ t: 'refused', id: frame.id, ...server.refuseWith })
        return
      }
      const { id, body } = frame.args as { id: MessageId; body: WrittenBody }
      const shown = body.kind === 'text' ? body : { ...body, url: `/files/${body.fileId}` }
      const stored =
        messages.find((message) => message.id === id) ?? add({ id, from: 'me', name: null, body: shown })
      reply({ t: 'done', id: frame.id, result: { seq: stored.seq, at: stored.at }, revision: 1 })
      return
    }
    reply({ t: 'done', id: frame.id, result: {}, revision: 1 })
  }

  const serveFile = (response: ServerResponse, path: string): void => {
    try {
      const content = readFileSync(join(root, path))
      response.writeHead(200, {
        'content-type': TYPES[path.split('.').pop() ?? ''] ?? 'application/octet-stream',
        'access-control-allow-origin': '*',
        ...(path.endsWith('.html') ? { 'content-security-policy': CSP } : {}),
      })
      response.end(content)
    } catch {
      response.writeHead(404).end()
    }
  }

  const takeUpload = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    while (server.holdUploads) await new Promise((resolve) => setTimeout(resolve, 20))
    const kind = url.searchParams.get('kind') ?? ''
    const name = url.searchParams.get('name') ?? ''
    const bytes = Buffer.concat(chunks)
    uploads.push({ name, kind, bytes })
    const size = kind === 'image' ? { width: 40, height: 30 } : { width: null, height: null }
    const file = {
      id: `f${uploads.length}`,
      name,
      mime: kind === 'image' ? 'image/png' : 'text/plain',
      bytes: bytes.length,
      ...size,
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ file }))
  }

  /** A page that goes away in the middle of a request is nobody's failure. */
  const leave = (): void => undefined

  /** Answered when it was understood: who has the answer may look at once for what was told. */
  const takeVisit = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    visits.push(new URLSearchParams(await text(request)))
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end(JSON.stringify(server.visit))
  }

  const web = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://server')
    if (url.pathname === '/api/visit') {
      void takeVisit(request, response).catch(leave)
    } else if (request.method === 'POST') void takeUpload(request, response, url).catch(leave)
    else if (/^\/foyer(?:-invitation)?\.js$/u.test(url.pathname)) serveFile(response, url.pathname.slice(1))
    else if (url.pathname.startsWith('/chat/')) serveFile(response, 'frame/frame.html')
    else if (url.pathname.startsWith('/widget/entry/')) {
      response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
      response.end(JSON.stringify(server.entry))
    } else if (url.pathname.startsWith('/widget/picture/')) {
      response.writeHead(200, { 'content-type': 'image/png', 'access-control-allow-origin': '*' })
      response.end(PICTURE)
    } else if (url.pathname.startsWith('/widget/')) serveFile(response, `frame/${url.pathname.slice(8)}`)
    else if (url.pathname.startsWith('/files/')) {
      const found = uploads[Number(url.pathname.slice(8)) - 1]
      response.writeHead(found ? 200 : 404).end(found?.bytes)
    } else response.writeHead(404).end()
  })
  const upgrader = new WebSocketServer({ noServer: true })
  web.on('upgrade', (request, stream, head) => {
    upgrader.handleUpgrade(request, stream, head, (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      socket.on('message', (data) => {
        const frame = JSON.parse((data as Buffer).toString('utf8')) as CustomerFrame
        received.push(frame)
        answer(socket, frame)
      })
    })
  })
  let listening = await listen(web, await freePort())
  const down = async (): Promise<void> => {
    for (const socket of sockets) socket.terminate()
    await listening.close()
  }

  const server: PlayedWidgetServer = {
    url: listening.url,
    received,
    messages,
    uploads,
    settings: welcomeFrame().settings,
    entry: { state: 'active', entry: publicEntry() },
    visit: { on: false, nextMs: 0 },
    visits,
    gate: false,
    welcome: {},
    refuseWith: null,
    holdUploads: false,
    connections: () => sockets.size,
    texts: () => messages.flatMap(({ body }) => (body.kind === 'text' ? [body.text] : [])),
    say: (text) => {
      add({ body: { kind: 'text', text } })
    },
    add,
    become: (change) => {
      state = { ...state, ...change }
      send({ t: 'state', state })
    },
    send,
    down,
    up: async () => {
      listening = await listen(web, listening.port)
    },
    close: down,
  }
  return server
}

/** A round entry at the usual place. */
export const publicEntry = (more: Partial<PublicEntry> = {}): PublicEntry => ({
  company: 'Qimu Home',
  title: '',
  text: '',
  language: null,
  color: '#3358e0',
  style: 'round',
  avatarUrl: null,
  web: { spot: { anchor: 'bottom-right', x: 20, y: 20 }, pictureUrl: null },
  h5: { spot: { anchor: 'bottom-right', x: 16, y: 16 }, pictureUrl: null },
  iconSize: 56,
  floating: 'fixed',
  selectors: [],
  zIndex: 1000,
  cookies: 'persistent',
  opens: 'layer',
  away: null,
  ...more,
})
