/**
 * The wire to the server as the widget has it: greets with the visitor token, comes back when the connection was lost,
 * and answers heartbeats. What must not be lost is kept by the caller, who sends it again after `welcome`.
 */
import { WebSocket } from 'ws'

import type { Clock } from '../../../base/clock.ts'
import { parseJson } from '../../../base/parseJson.ts'
import {
  CustomerServerFrame,
  type CustomerFrame,
  type CustomerHello,
} from '../../../protocol/wire/customerFrames.ts'

export interface CustomerConnection {
  /** Dropped while there is no connection. */
  send(frame: CustomerFrame): void
  close(): void
}

export interface ConnectionOptions {
  /** The server's address, `http://host:port`. */
  readonly serverUrl: string
  readonly clock: Clock
  /** Made anew for each attempt: the token and the newest message change. */
  readonly hello: () => CustomerHello
  readonly onFrame: (frame: CustomerServerFrame) => void
}

export type Connect = (options: ConnectionOptions) => CustomerConnection

const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 30_000
const PING_MS = 15_000

export const connectCustomer: Connect = ({ serverUrl, clock, hello, onFrame }) => {
  let socket: WebSocket | null = null
  let retryMs = FIRST_RETRY_MS
  let closed = false
  let cancelTimer = (): void => undefined

  const write = (frame: CustomerFrame): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }

  const beat = (): void => {
    cancelTimer = clock.after(PING_MS, () => {
      write({ t: 'ping' })
      beat()
    })
  }

  const open = (): void => {
    const current = new WebSocket(`${serverUrl.replace(/^http/u, 'ws')}/ws`, {
      // As the widget's frame, which comes from the server itself.
      origin: serverUrl,
      maxPayload: 1024 * 1024,
    })
    socket = current
    current.on('open', () => {
      write(hello())
      beat()
    })
    current.on('message', (data: Buffer) => {
      const frame = CustomerServerFrame.safeParse(parseJson(data.toString('utf8')))
      if (!frame.success) return
      if (frame.data.t === 'welcome') retryMs = FIRST_RETRY_MS
      onFrame(frame.data)
    })
    // `close` follows and tries again.
    current.on('error', () => undefined)
    current.on('close', () => {
      cancelTimer()
      if (closed || socket !== current) return
      cancelTimer = clock.after(retryMs, open)
      retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2)
    })
  }

  open()
  return {
    send: write,
    close: () => {
      closed = true
      cancelTimer()
      socket?.close()
    },
  }
}
