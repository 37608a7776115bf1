import type { CustomerFrame, CustomerServerFrame, CustomerState } from '../../src/protocol/wire/index.ts'
/** The server's side of a widget's connection, played by a test. */
import type { OpenSocket, SocketEvents } from '../../src/widget/chat/connection.ts'
import type { BrowserStorage } from '../../src/widget/shared/storage.ts'

export interface PlayedSocket {
  readonly events: SocketEvents
  /** What the widget has sent on it. */
  readonly sent: CustomerFrame[]
  closed: boolean
  reply(frame: CustomerServerFrame): void
}

export interface PlayedServer {
  readonly open: OpenSocket
  readonly sockets: PlayedSocket[]
  readonly last: () => PlayedSocket
}

export const playServer = (): PlayedServer => {
  const sockets: PlayedSocket[] = []
  const last = (): PlayedSocket => {
    const socket = sockets.at(-1)
    if (!socket) throw new Error('the widget has not connected')
    return socket
  }
  return {
    sockets,
    last,
    open: (events) => {
      const socket: PlayedSocket = {
        events,
        sent: [],
        closed: false,
        reply: (frame) => {
          events.received(JSON.stringify(frame))
        },
      }
      sockets.push(socket)
      return {
        send: (text) => {
          socket.sent.push(JSON.parse(text) as CustomerFrame)
        },
        close: () => {
          socket.closed = true
        },
      }
    },
  }
}

export const NOBODY: CustomerState = { session: 'none', place: null, agent: null, endReason: null }

export const welcomeFrame = (
  change: Partial<CustomerServerFrame & { t: 'welcome' }> = {},
): CustomerServerFrame & { t: 'welcome' } => ({
  t: 'welcome',
  v: 1,
  serverTime: 1,
  heartbeatMs: 15_000,
  token: 'visitor-token',
  settings: {
    company: 'Qimu Home',
    color: '#3358e0',
    title: 'Qimu Home',
    welcome: 'Welcome!',
    language: null,
    ownLanguage: 'zh-CN',
    menu: null,
    face: 'agent',
    tools: ['emoji', 'picture', 'file', 'voice', 'rating', 'end'],
    form: null,
    messageStyle: 'bubbles',
    showsTyped: false,
    cookies: 'persistent',
    avatarUrl: null,
    profile: null,
  },
  state: NOBODY,
  messages: [],
  more: false,
  ...change,
})

/** A browser's storage in memory; several tabs may share one. */
export const createMemoryArea = (): BrowserStorage => {
  const values = new Map<string, string>()
  return {
    get length() {
      return values.size
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      values.set(key, value)
    },
    removeItem: (key) => {
      values.delete(key)
    },
  }
}
