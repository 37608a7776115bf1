import type { Clock } from '../../base/clock.ts'
import type { CustomerFrame, CustomerServerFrame } from '../../protocol/wire/index.ts'

/** An open socket. */
export interface Socket {
  send(text: string): void
  close(): void
}

export interface SocketEvents {
  opened(): void
  received(text: string): void
  closed(): void
}

export type OpenSocket = (events: SocketEvents) => Socket

/** `stalled`: the line is open but nothing has come for a while. `ended`: the server does not want us back. */
export type LinkStatus = 'connecting' | 'online' | 'stalled' | 'lost' | 'ended'

export interface ConnectionPorts {
  readonly open: OpenSocket
  readonly clock: Clock
  /** From 0 to 1. */
  readonly random: () => number
  readonly hello: () => CustomerFrame
  readonly onFrame: (frame: CustomerServerFrame) => void
  readonly onStatus: (status: LinkStatus) => void
}

export interface Connection {
  start(): void
  /** False: not sent, because there is no connection. */
  send(frame: CustomerFrame): boolean
  /** Tries at once instead of at the next turn, for instance when the network is back. */
  wake(): void
  /** The network says that it is gone. */
  drop(): void
  /** While somebody is looking a dead line must be noticed within five seconds; otherwise the heartbeat will do. */
  setWatched(watched: boolean): void
  /** Comes back after at least this long. */
  pauseFor(delayMs: number): void
  stop(status: 'lost' | 'ended'): void
}

const LONGEST_DELAY_MS = 30_000
const WELCOME_WITHIN_MS = 10_000
const WATCHED_PING_MS = 2000
const STALLED_AFTER_MS = 4500
const DEAD_AFTER_MS = 15_000

/** 1, 2, 4 … 30 s; up to a quarter less, so that not everybody comes back in the same moment after a restart. */
export const reconnectDelayMs = (attempt: number, random: number): number =>
  Math.min(1000 * 2 ** Math.min(attempt, 10), LONGEST_DELAY_MS) * (1 - random / 4)

export const createConnection = (ports: ConnectionPorts): Connection => {
  const { clock } = ports
  let socket: Socket | null = null
  /** Events of an earlier socket may still arrive; they carry an older number. */
  let generation = 0
  let status: LinkStatus = 'connecting'
  let stopped = true
  let attempt = 0
  let shortestDelayMs = 0
  let heartbeatMs = 15_000
  let heardAt = 0
  let watched = false
  let cancelRetry = (): void => undefined
  let cancelBeat = (): void => undefined

  const become = (next: LinkStatus): void => {
    if (next === status) return
    status = next
    ports.onStatus(next)
  }

  const open = (): void => {
    cancelRetry()
    generation += 1
    const mine = generation
    const isCurrent = (): boolean => mine === generation && !stopped
    cancelBeat()
    cancelBeat = clock.after(WELCOME_WITHIN_MS, () => {
      if (isCurrent()) lose()
    })
    socket = ports.open({
      opened: () => {
        if (isCurrent()) socket?.send(JSON.stringify(ports.hello()))
      },
      received: (text) => {
        if (isCurrent()) receive(text)
      },
      closed: () => {
        if (isCurrent()) lose()
      },
    })
  }

  const receive = (text: string): void => {
    heardAt = clock.now()
    if (status === 'stalled') become('online')
    const frame = parseFrame(text)
    if (!frame) return
    if (frame.t === 'welcome') {
      attempt = 0
      heartbeatMs = frame.heartbeatMs
      become('online')
      beat()
    }
    ports.onFrame(frame)
  }

  const lose = (): void => {
    const old = socket
    socket = null
    generation += 1
    cancelBeat()
    cancelRetry()
    old?.close()
    const delayMs = Math.max(reconnectDelayMs(attempt, ports.random()), shortestDelayMs)
    attempt += 1
    shortestDelayMs = 0
    cancelRetry = clock.after(delayMs, open)
    become('lost')
  }

  const beat = (): void => {
    cancelBeat()
    cancelBeat = clock.after(watched ? WATCHED_PING_MS : heartbeatMs, () => {
      const silentMs = clock.now() - heardAt
      if (silentMs >= Math.max(DEAD_AFTER_MS, watched ? 0 : heartbeatMs * 2)) {
        lose()
        return
      }
      if (watched && silentMs >= STALLED_AFTER_MS - WATCHED_PING_MS / 2) become('stalled')
      socket?.send('{"t":"ping"}')
      beat()
    })
  }

  return {
    start: () => {
      if (!stopped) return
      stopped = false
      open()
    },
    send: (frame) => {
      if (!socket || (status !== 'online' && status !== 'stalled')) return false
      socket.send(JSON.stringify(frame))
      return true
    },
    wake: () => {
      if (stopped || status === 'online' || status === 'stalled') return
      attempt = 0
      socket?.close()
      open()
    },
    drop: () => {
      if (!stopped && socket) lose()
    },
    setWatched: (next) => {
      if (next === watched) return
      watched = next
      if (status === 'online' || status === 'stalled') {
        socket?.send('{"t":"ping"}')
        beat()
      }
    },
    pauseFor: (delayMs) => {
      shortestDelayMs = delayMs
    },
    stop: (next) => {
      stopped = true
      generation += 1
      cancelRetry()
      cancelBeat()
      socket?.close()
      socket = null
      become(next)
    },
  }
}

/** The server is ours and newer than this page at most; a frame that is no frame is dropped. */
const parseFrame = (text: string): CustomerServerFrame | null => {
  try {
    const frame = JSON.parse(text) as unknown
    const isFrame = typeof frame === 'object' && frame !== null && 't' in frame
    return isFrame ? (frame as CustomerServerFrame) : null
  } catch {
    return null
  }
}
