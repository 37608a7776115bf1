/**
 * One WebSocket, whoever is at the other end.
 *
 * Frames of one turn of the loop leave in one packet. A client that does not read is cut when too much waits for it:
 * its memory would otherwise be ours. It comes back and resumes from the log.
 */
import type { Duplex } from 'node:stream'

import type { WebSocket } from 'ws'

import type { ByeCode } from '../../../protocol/wire/index.ts'
import type { Outlet } from '../../publish/outlet.ts'

export interface Connection extends Outlet {
  readonly address: string
  /** Clock time of the last sign of life. */
  lastHeard: number
  bye(code: ByeCode, retryAfterMs?: number): void
}

/** More than this waiting means that nobody reads. */
const CUT_BYTES = 1024 * 1024
/** Less than this waiting means that there is room for more. */
const DRAINED_BYTES = 64 * 1024
const CLOSE_NORMAL = 1000
const CLOSE_POLICY = 1008
const CLOSE_GOING_AWAY = 1001

export const createConnection = (
  socket: WebSocket,
  stream: Duplex,
  address: string,
  now: number,
  onBye: (code: ByeCode) => void = () => undefined,
): Connection => {
  let corked = false
  let ended = false
  let draining: { promise: Promise<void>; resolve: () => void } | undefined

  const uncork = (): void => {
    corked = false
    stream.uncork()
  }

  const write = (frame: string | Buffer): void => {
    if (!corked) {
      corked = true
      stream.cork()
      process.nextTick(uncork)
    }
    socket.send(frame, { binary: false })
  }

  const settle = (): void => {
    draining?.resolve()
    draining = undefined
  }
  stream.on('drain', () => {
    if (socket.bufferedAmount <= DRAINED_BYTES) settle()
  })
  stream.on('close', settle)

  const connection: Connection = {
    address,
    lastHeard: now,
    get open() {
      return !ended && socket.readyState === socket.OPEN
    },
    send: (frame) => {
      if (!connection.open) return
      // Judged before the frame is added: one large snapshot is no sign that nobody reads.
      if (socket.bufferedAmount > CUT_BYTES) connection.bye('slow-consumer')
      else write(frame)
    },
    drained: async () => {
      if (!connection.open || socket.bufferedAmount <= DRAINED_BYTES) return
      draining ??= Promise.withResolvers<void>()
      await draining.promise
    },
    bye: (code, retryAfterMs) => {
      if (!connection.open) return
      write(JSON.stringify({ t: 'bye', code, ...(retryAfterMs !== undefined && { retryAfterMs }) }))
      ended = true
      onBye(code)
      settle()
      socket.close(closeCode(code), code)
    },
  }
  return connection
}

const closeCode = (code: ByeCode): number => {
  if (code === 'going-away') return CLOSE_GOING_AWAY
  return code === 'signed-out' || code === 'replaced' ? CLOSE_NORMAL : CLOSE_POLICY
}
