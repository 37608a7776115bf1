import type { ByeCode } from '../../protocol/wire/index.ts'

/** One connection, as publishing sees it: somewhere to put frames. The transport implements it. */
export interface Outlet {
  /** JSON text of one frame. A connection whose client does not read is cut, and the frame is lost with it. */
  send(frame: string | Buffer): void
  /** Resolves when the client has read most of what was sent, at once if it has; also when the connection is gone. */
  drained(): Promise<void>
  bye(code: ByeCode): void
  readonly open: boolean
}

/** Lets sockets and other work have a turn: a loop that only awaits finished work would keep them waiting. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })
