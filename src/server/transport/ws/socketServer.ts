/** Accepts WebSockets on `/ws` of the HTTP server, and ends those that are silent, wrong or too many. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

import { WebSocketServer, type WebSocket } from 'ws'
import * as z from 'zod'

import type { Clock } from '../../../base/clock.ts'
import type { Logger } from '../../../base/logger.ts'
import {
  AgentHello,
  CustomerHello,
  FRAME_LIMIT_BYTES,
  HEARTBEAT_MS,
  PROTOCOL_VERSION,
  SOCKET_PATH,
  type ByeCode,
} from '../../../protocol/wire/index.ts'
import type { ClientAddress } from '../clientAddress.ts'
import type { OriginPolicy } from '../origin.ts'
import type { Places } from '../places.ts'
import { createConnection, type Connection } from './connection.ts'
import { parseFrame } from './parseFrame.ts'

/** What a connection has become after its `hello`. */
export interface Peer {
  /** A frame as it came; false: it is none of this peer's. */
  receive(data: Buffer): boolean
  closed(): void
}

/** Undefined: refused, `bye` was sent. */
export type Admit<Hello> = (hello: Hello, connection: Connection) => Promise<Peer | undefined>

export interface SocketServerOptions {
  readonly admitAgent: Admit<AgentHello>
  readonly admitCustomer: Admit<CustomerHello>
  readonly origins: OriginPolicy
  readonly clientAddress: ClientAddress
  /** Shared by connections of every kind. */
  readonly places: Places
  /** Each connection the server ends, with the reason it gave. */
  readonly onBye?: (code: ByeCode) => void
  readonly clock: Clock
  readonly log: Logger
}

export interface SocketServer {
  attach(server: Server): void
  readonly size: number
  /** Says `bye going-away` to everybody and waits until they are gone, but not for long. */
  stop(): Promise<void>
}

const Hello = z.discriminatedUnion('as', [AgentHello, CustomerHello])
/** Time to say hello (reliability 4.5). */
const HELLO_MS = 5_000
const SWEEP_MS = 5_000
/** Frames that may come before `welcome` was sent. */
const EARLY_FRAMES = 32
const STOP_MS = 2_000
const MOST_FRAGMENTS = 64
const MOST_CHUNKS = 4_096

// `closeTimeout` is known to ws, not yet to its types.
const SOCKET_OPTIONS = {
  noServer: true,
  clientTracking: false,
  maxPayload: FRAME_LIMIT_BYTES,
  maxFragments: MOST_FRAGMENTS,
  maxBufferedChunks: MOST_CHUNKS,
  perMessageDeflate: false,
  closeTimeout: STOP_MS,
}

interface Guest {
  readonly connection: Connection
  readonly address: string
  readonly since: number
  greeted: boolean
  peer: Peer | undefined
  /** Frames that came before there was a peer. */
  early: Buffer[] | undefined
}

export const createSocketServer = (options: SocketServerOptions): SocketServer => {
  const { admitAgent, admitCustomer, origins, clientAddress, places, clock, log } = options
  const sockets = new WebSocketServer(SOCKET_OPTIONS)
  const guests = new Map<WebSocket, Guest>()
  let stopping = false
  let stopSweeping: (() => void) | undefined
  let sweptAt = 0

  const greet = async (socket: WebSocket, guest: Guest, data: Buffer): Promise<void> => {
    const { connection } = guest
    const hello = parseFrame(Hello, data)
    if (!hello) {
      connection.bye('bad-frame')
      return
    }
    if (hello.v !== PROTOCOL_VERSION) {
      connection.bye('version')
      return
    }
    const peer =
      hello.as === 'agent' ? await admitAgent(hello, connection) : await admitCustomer(hello, connection)
    if (!peer) return
    if (!guests.has(socket)) {
      peer.closed()
      return
    }
    guest.peer = peer
    for (const frame of guest.early ?? []) hand(guest, peer, frame)
    guest.early = undefined
  }

  const hand = (guest: Guest, peer: Peer, data: Buffer): void => {
    if (!peer.receive(data)) guest.connection.bye('bad-frame')
  }

  const receive = (socket: WebSocket, guest: Guest, data: Buffer, isBinary: boolean): void => {
    const { connection } = guest
    connection.lastHeard = clock.now()
    if (!connection.open) return
    if (isBinary) connection.bye('bad-frame')
    else if (guest.peer) hand(guest, guest.peer, data)
    else if (!guest.greeted) {
      guest.greeted = true
      greet(socket, guest, data).catch((error: unknown) => {
        log.error('hello failed', { error })
        connection.bye('going-away')
      })
    } else {
      guest.early ??= []
      if (guest.early.length < EARLY_FRAMES) guest.early.push(data)
      else connection.bye('bad-frame')
    }
  }

  const accept = (socket: WebSocket, stream: Duplex, address: string): void => {
    const now = clock.now()
    const connection = createConnection(socket, stream, address, now, options.onBye)
    guests.set(socket, { connection, address, since: now, greeted: false, peer: undefined, early: undefined })
    places.take(address)
    socket.on('message', onMessage)
    socket.on('error', onError)
    socket.on('close', onClose)
  }

  // The same three functions for all sockets: closures of their own would be a tenth of what a connection keeps.
  const onMessage = function (this: WebSocket, data: Buffer, isBinary: boolean): void {
    const guest = guests.get(this)
    if (guest) receive(this, guest, data, isBinary)
  }
  /** Broken frames, too long ones, resets: ws closes the socket itself. */
  const onError = (error: Error): void => {
    log.debug('socket error', { reason: error.message })
  }
  const onClose = function (this: WebSocket): void {
    const guest = guests.get(this)
    if (!guest) return
    guests.delete(this)
    places.give(guest.address)
    guest.peer?.closed()
  }

  /**
   * One timer for all connections instead of two for each.
   *
   * A timer that is late means that the loop was busy and has not read what the clients sent meanwhile: nobody is blamed
   * for that, everybody gets another round.
   */
  const sweep = (): void => {
    const now = clock.now()
    const late = now - sweptAt > SWEEP_MS * 1.5
    sweptAt = now
    stopSweeping = clock.after(SWEEP_MS, sweep)
    if (late) return
    for (const { connection, greeted, since } of guests.values()) {
      const silent = now - connection.lastHeard > HEARTBEAT_MS * 2
      if (silent || (!greeted && now - since > HELLO_MS)) connection.bye('timeout')
    }
  }

  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const refusal = refusalOf(request)
    if (refusal) {
      stream.end(`HTTP/1.1 ${refusal}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
      return
    }
    const address = clientAddress(request)
    sockets.handleUpgrade(request, stream, head, (socket) => {
      accept(socket, stream, address)
    })
  }

  const refusalOf = (request: IncomingMessage): string | undefined => {
    if (request.url?.split('?')[0] !== SOCKET_PATH) return '404 Not Found'
    if (stopping) return '503 Service Unavailable'
    if (!origins.allows(request)) return '403 Forbidden'
    if (places.isFull(clientAddress(request))) return '429 Too Many Requests'
    return undefined
  }

  return {
    attach: (server) => {
      const onStreamError = (error: Error): void => {
        log.debug('connection error', { reason: error.message })
      }
      server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
        stream.on('error', onStreamError)
        upgrade(request, stream, head)
      })
      sweptAt = clock.now()
      stopSweeping = clock.after(SWEEP_MS, sweep)
    },
    get size() {
      return guests.size
    },
    stop: async () => {
      stopping = true
      stopSweeping?.()
      const closed = [...guests].map(
        ([socket, { connection }]) =>
          new Promise<void>((resolve) => {
            socket.once('close', () => {
              resolve()
            })
            connection.bye('going-away')
          }),
      )
      let timer: NodeJS.Timeout | undefined
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, STOP_MS)
      })
      await Promise.race([Promise.all(closed), patience])
      clearTimeout(timer)
      for (const socket of guests.keys()) socket.terminate()
    },
  }
}
