/**
 * One WebSocket, whoever is at the other end.
 *
 * Frames of one turn of the loop leave in one piece, built by hand: `ws` writes header and payload of each by themselves,
 * which costs as much again as a small message does. A client that does not read is cut when too much waits for it:
 * its memory would otherwise be ours. It comes back and resumes from the log.
 */
import type { Duplex } from 'node:stream'

import type { WebSocket } from 'ws'

import type { ByeCode } from '../../../protocol/wire/index.ts'
import type { Outlet } from '../../publish/outlet.ts'
import { writeFrames } from './writeFrames.ts'

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
): Connection => new SocketConnection(socket, stream, address, now, onBye)

/** A class, because there are thousands of them: they share their methods and keep nothing that is not in use. */
class SocketConnection implements Connection {
  readonly address: string
  lastHeard: number
  readonly #socket: WebSocket
  readonly #stream: Duplex
  readonly #onBye: (code: ByeCode) => void
  #ended = false
  /** Frames of this turn of the loop. */
  #waiting: (string | Buffer)[] | undefined
  #waitingSize = 0
  #draining: PromiseWithResolvers<void> | undefined

  constructor(
    socket: WebSocket,
    stream: Duplex,
    address: string,
    now: number,
    onBye: (code: ByeCode) => void,
  ) {
    this.#socket = socket
    this.#stream = stream
    this.address = address
    this.lastHeard = now
    this.#onBye = onBye
  }

  get open(): boolean {
    return !this.#ended && this.#socket.readyState === this.#socket.OPEN
  }

  send(frame: string | Buffer): void {
    if (!this.open) return
    // Judged before the frame is added: one large snapshot is no sign that nobody reads.
    if (this.#size > CUT_BYTES) this.bye('slow-consumer')
    else this.#put(frame)
  }

  async drained(): Promise<void> {
    if (!this.open || this.#size <= DRAINED_BYTES) return
    this.flush()
    if (!this.#stream.writableNeedDrain) return
    this.#draining ??= untilDrained(this.#stream)
    await this.#draining.promise
    this.#draining = undefined
  }

  bye(code: ByeCode, retryAfterMs?: number): void {
    if (!this.open) return
    this.#put(JSON.stringify({ t: 'bye', code, ...(retryAfterMs !== undefined && { retryAfterMs }) }))
    this.flush()
    this.#ended = true
    this.#onBye(code)
    this.#draining?.resolve()
    this.#socket.close(closeCode(code), code)
  }

  /** Writes what waits. */
  flush(): void {
    const frames = this.#waiting
    if (!frames) return
    this.#waiting = undefined
    this.#waitingSize = 0
    if (this.#socket.readyState === this.#socket.OPEN) writeFrames(this.#stream, frames)
  }

  get #size(): number {
    return this.#socket.bufferedAmount + this.#waitingSize
  }

  #put(frame: string | Buffer): void {
    this.#waitingSize += frame.length
    if (this.#waiting) this.#waiting.push(frame)
    else {
      this.#waiting = [frame]
      process.nextTick(flush, this)
    }
  }
}

const flush = (connection: SocketConnection): void => {
  connection.flush()
}

/** Resolves also when the connection is gone. */
const untilDrained = (stream: Duplex): PromiseWithResolvers<void> => {
  const waiting = Promise.withResolvers<void>()
  const done = (): void => {
    stream.off('drain', done)
    stream.off('close', done)
    waiting.resolve()
  }
  stream.on('drain', done)
  stream.on('close', done)
  return waiting
}

const closeCode = (code: ByeCode): number => {
  if (code === 'going-away') return CLOSE_GOING_AWAY
  return code === 'signed-out' || code === 'replaced' ? CLOSE_NORMAL : CLOSE_POLICY
}
