/**
 * A network in memory, whose lines the test holds, cuts or lets go dead.
 *
 * A line carries text in both directions and keeps its order, as TCP does; between lines chance decides. What was
 * under way on a line that is cut is lost, and neither end knows how much of it the other got.
 */
import type { Connect } from '../../src/client/ports/index.ts'
import type { Random } from '../../src/server/demo/random.ts'

export type Direction = 'up' | 'down'

/** The end that answers: a server. */
export interface FarEnd {
  message(text: string): void
  closed(): void
}

/** What the far end may do with a line. */
export interface NearEnd {
  send(text: string): void
  /** Closes after everything sent before has arrived. */
  close(): void
  readonly open: boolean
}

/** One connection, as the test sees it. */
export interface Line {
  readonly owner: string
  readonly open: boolean
  /** Keeps what is sent until `release`. */
  hold(...directions: readonly Direction[]): void
  release(): void
  /** Ends at once; both ends are told. */
  cut(): void
  /** Everything sent from here on is lost and nobody is told: a dead peer. */
  goSilent(): void
  /** Looks at each text before it arrives; null takes it away. */
  tap(direction: Direction, look: (text: string) => string | null): void
}

export interface TestNetwork {
  /** The port of a client core that is called `owner` here. */
  connectAs(owner: string): Connect
  /** Who answers from now on; null: nobody does. */
  listen(accept: ((near: NearEnd) => FarEnd) | null): void
  /** Whether `owner` reaches anybody. */
  setReachable(owner: string, reachable: boolean): void
  /** Open lines, oldest first. */
  lines(owner?: string): Line[]
  /** Called with each new line before anything travels on it. */
  onLine(listener: (line: Line) => void): void
  /** Whether something is on its way that will arrive by itself. */
  isBusy(): boolean
}

type Parcel =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'opened' }
  | { readonly kind: 'close' }
type Queues = Record<Direction, Parcel[]>

export const createTestNetwork = (random: Random): TestNetwork => {
  const unreachable = new Set<string>()
  const open = new Set<Wire>()
  const listeners: ((line: Line) => void)[] = []
  let accept: ((near: NearEnd) => FarEnd) | null = null
  let pumping = false

  const pump = (): void => {
    if (pumping) return
    pumping = true
    setImmediate(() => {
      pumping = false
      const turns = [...open]
        .map((wire) => ({ wire, place: random.next() }))
        .sort((a, b) => a.place - b.place)
      for (const { wire } of turns) wire.deliver()
    })
  }

  return {
    connectAs: (owner) => (_url, handlers) => {
      const answering = unreachable.has(owner) ? null : accept
      let closed = false
      const wire = createWire(owner, pump, (gone, whole) => {
        if (whole) open.delete(gone)
        if (!closed) setImmediate(() => handlers.closed())
        closed = true
      })
      if (!answering) {
        setImmediate(() => handlers.closed())
        return { send: () => undefined, close: () => undefined, buffered: 0 }
      }
      open.add(wire)
      for (const listener of listeners) listener(wire.line)
      wire.join({ message: handlers.message, opened: handlers.opened }, answering(wire.near))
      return {
        send: (text) => wire.put('up', { kind: 'text', text }),
        close: () => wire.put('up', { kind: 'close' }),
        buffered: 0,
      }
    },
    listen: (next) => {
      accept = next
    },
    setReachable: (owner, reachable) => {
      if (reachable) unreachable.delete(owner)
      else unreachable.add(owner)
    },
    lines: (owner) => [...open].map(({ line }) => line).filter((line) => !owner || line.owner === owner),
    onLine: (listener) => {
      listeners.push(listener)
    },
    isBusy: () => pumping || [...open].some((wire) => wire.isBusy()),
  }
}

interface Wire {
  readonly line: Line
  readonly near: NearEnd
  join(client: { message(text: string): void; opened(): void }, server: FarEnd): void
  put(direction: Direction, parcel: Parcel): void
  deliver(): void
  isBusy(): boolean
}

const createWire = (owner: string, pump: () => void, onEnd: (wire: Wire, whole: boolean) => void): Wire => {
  const queues: Queues = { up: [], down: [{ kind: 'opened' }] }
  const held = new Set<Direction>()
  const taps: Record<Direction, ((text: string) => string | null)[]> = { up: [], down: [] }
  let client: { message(text: string): void; opened(): void } | null = null
  let server: FarEnd | null = null
  let silent = false
  const told = { client: false, server: false }

  const endClient = (): void => {
    if (told.client) return
    told.client = true
    onEnd(wire, told.server)
  }
  const endServer = (): void => {
    if (told.server) return
    told.server = true
    server?.closed()
    if (told.client) onEnd(wire, true)
  }
  const end = (): void => {
    endServer()
    endClient()
  }
  const hand = (direction: Direction, parcel: Parcel): void => {
    if (parcel.kind === 'close') return end()
    if (parcel.kind === 'opened') return client?.opened()
    let text: string | null = parcel.text
    for (const tap of taps[direction]) if (text !== null) text = tap(text)
    if (text === null) return
    if (direction === 'up') server?.message(text)
    else client?.message(text)
  }
  const isDue = (direction: Direction): boolean => queues[direction].length > 0 && !held.has(direction)

  const wire: Wire = {
    line: {
      owner,
      get open() {
        return !told.client || !told.server
      },
      hold: (...directions) => {
        for (const direction of directions) held.add(direction)
      },
      release: () => {
        held.clear()
        pump()
      },
      cut: end,
      goSilent: () => {
        silent = true
        queues.up = []
        queues.down = []
      },
      tap: (direction, look) => {
        taps[direction].push(look)
      },
    },
    near: {
      send: (text) => wire.put('down', { kind: 'text', text }),
      close: () => wire.put('down', { kind: 'close' }),
      get open() {
        return !told.server
      },
    },
    join: (clientEnd, serverEnd) => {
      client = clientEnd
      server = serverEnd
      pump()
    },
    put: (direction, parcel) => {
      if (direction === 'up' ? told.client : told.server) return
      // On a dead line the one who closes is gone, and the other end does not hear of it.
      if (silent && parcel.kind === 'close') {
        if (direction === 'up') endClient()
        else endServer()
      }
      if (silent) return
      queues[direction].push(parcel)
      pump()
    },
    deliver: () => {
      for (const direction of ['up', 'down'] as const) {
        while (!told.client && !told.server && isDue(direction)) {
          const parcel = queues[direction].shift()
          if (parcel) hand(direction, parcel)
        }
      }
    },
    isBusy: () => !told.client && !told.server && (isDue('up') || isDue('down')),
  }
  return wire
}
