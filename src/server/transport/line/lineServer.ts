/** Keeps the lines of customers whose network lets no socket through, by the same rules as sockets. */
import type { Clock } from '../../../base/clock.ts'
import type { Logger } from '../../../base/logger.ts'
import { CustomerHello, HEARTBEAT_MS, PROTOCOL_VERSION, type ByeCode } from '../../../protocol/wire/index.ts'
import { newToken } from '../../auth/tokens.ts'
import type { Places } from '../places.ts'
import { parseFrame } from '../ws/parseFrame.ts'
import type { Admit, Peer } from '../ws/socketServer.ts'
import { createLine, type Line } from './line.ts'

export interface LineServer {
  /** A new line, under a name nobody can guess; undefined: the address has too many connections. */
  open(address: string, hello: string): string | undefined
  /** False: there is no such line. */
  say(id: string, frames: readonly string[]): boolean
  /** What its customer is told; undefined: there is no such line. */
  ask(id: string): Promise<readonly string[]> | undefined
  close(id: string): void
  readonly size: number
  start(): void
  /** Says `bye going-away` to everybody. */
  stop(): void
}

export interface LineServerOptions {
  readonly admit: Admit<CustomerHello>
  readonly places: Places
  readonly onBye: (code: ByeCode) => void
  readonly clock: Clock
  readonly log: Logger
}

const SWEEP_MS = 5_000
/** Frames that may come before `welcome` was sent. */
const EARLY_FRAMES = 32

interface Guest {
  readonly line: Line
  peer: Peer | undefined
  early: Buffer[]
}

export const createLineServer = ({ admit, places, onBye, clock, log }: LineServerOptions): LineServer => {
  const guests = new Map<string, Guest>()
  let stopSweeping: (() => void) | undefined

  const drop = (id: string): void => {
    const guest = guests.get(id)
    if (!guest) return
    guests.delete(id)
    guest.line.end()
    places.give(guest.line.address)
    guest.peer?.closed()
  }

  const hand = ({ line, peer, early }: Guest, data: Buffer): void => {
    if (!line.open) return
    if (peer ? !peer.receive(data) : early.push(data) > EARLY_FRAMES) line.bye('bad-frame')
  }

  const greet = async (id: string, guest: Guest, data: Buffer): Promise<void> => {
    const hello = parseFrame(CustomerHello, data)
    if (hello?.v !== PROTOCOL_VERSION) {
      guest.line.bye(hello ? 'version' : 'bad-frame')
      return
    }
    const peer = await admit(hello, guest.line)
    if (!peer) return
    if (!guests.has(id)) {
      peer.closed()
      return
    }
    guest.peer = peer
    for (const frame of guest.early.splice(0)) hand(guest, frame)
  }

  /** Whoever has not asked for so long is gone. */
  const sweep = (): void => {
    stopSweeping = clock.after(SWEEP_MS, sweep)
    const now = clock.now()
    for (const [id, { line }] of guests) {
      if (!line.isHeld && now - line.lastHeard > HEARTBEAT_MS * 2) drop(id)
    }
  }

  return {
    open: (address, hello) => {
      if (places.isFull(address)) return undefined
      places.take(address)
      const id = newToken()
      const guest: Guest = { line: createLine(address, { clock, onBye }), peer: undefined, early: [] }
      guests.set(id, guest)
      greet(id, guest, Buffer.from(hello)).catch((error: unknown) => {
        log.error('hello failed', { error })
        guest.line.bye('going-away')
      })
      return id
    },
    say: (id, frames) => {
      const guest = guests.get(id)
      if (!guest) return false
      guest.line.lastHeard = clock.now()
      for (const frame of frames) hand(guest, Buffer.from(frame))
      return true
    },
    ask: (id) => {
      const guest = guests.get(id)
      if (!guest) return undefined
      return guest.line.take().then((frames) => {
        // The last words were said.
        if (!guest.line.open) drop(id)
        return frames
      })
    },
    close: drop,
    get size() {
      return guests.size
    },
    start: () => {
      stopSweeping = clock.after(SWEEP_MS, sweep)
    },
    stop: () => {
      stopSweeping?.()
      for (const { line } of guests.values()) line.bye('going-away')
    },
  }
}
