/**
 * A TCP proxy that misbehaves on demand, between a client and the sync server.
 *
 * It reads WebSocket frames, because duplicating inside a connection can only be done between frames. Everything random
 * comes from the seed it was given.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Faults {
  /** Held back this long, each way. */
  delayMs: number
  /** Connections are refused and the open ones cut. */
  down: boolean
  /**
   * Bytes are swallowed while the connection stays open: what a lost Wi-Fi looks like. A connection that lost some
   * stays so until it ends, because one with a hole in the middle does not exist.
   */
  silent: boolean
  /** Share of the data frames that are sent twice, 0…1. */
  duplicate: number
  /**
   * Share of the client's frames behind which one of a former connection is sent again, 0…1. The proxy must have one
   * client only: it does not know whose a frame was.
   */
  replay: number
}

export interface FaultyProxy {
  readonly port: number
  readonly faults: Faults
  /** Where new connections go; a restarted server may listen elsewhere. */
  target: number
  readonly counts: { cuts: number; duplicates: number; replays: number }
  cut(): void
  close(): Promise<void>
}

export const createFaultyProxy = async (target: number, random: () => number): Promise<FaultyProxy> => {
  const faults: Faults = { delayMs: 0, down: false, silent: false, duplicate: 0, replay: 0 }
  const counts = { cuts: 0, duplicates: 0, replays: 0 }
  const open = new Set<Socket>()
  /** The client's last frames on its former connections. */
  let former: Buffer[] = []

  const multiplied = (piece: Piece, fromClient: boolean): Buffer[] => {
    const copies = [piece.bytes]
    if (!piece.duplicable) return copies
    if (random() < faults.duplicate) {
      counts.duplicates += 1
      copies.push(piece.bytes)
    }
    const old =
      fromClient && random() < faults.replay ? former[Math.floor(random() * former.length)] : undefined
    if (old) {
      counts.replays += 1
      copies.push(old)
    }
    return copies
  }

  const pipe = (from: Socket, to: Socket, fromClient: boolean): void => {
    const frames = createFrameSplitter()
    const write = createDelayedWriter(to, () => faults.delayMs)
    let sent: Buffer[] = []
    let dead = false
    from.on('data', (chunk: Buffer) => {
      dead ||= faults.silent
      if (dead) return
      const pieces = frames(chunk)
      if (fromClient) {
        const own = pieces.filter(({ duplicable }) => duplicable).map(({ bytes }) => Buffer.from(bytes))
        sent = [...sent, ...own].slice(-REMEMBERED)
      }
      write(Buffer.concat(pieces.flatMap((piece) => multiplied(piece, fromClient))))
    })
    from.on('close', () => {
      open.delete(from)
      former = [...former, ...sent].slice(-REMEMBERED)
      to.destroy()
    })
    from.on('error', () => undefined)
  }

  const server = createServer((client) => {
    if (faults.down) {
      client.resetAndDestroy()
      return
    }
    const upstream = connect(proxy.target, '127.0.0.1')
    open.add(client).add(upstream)
    pipe(client, upstream, true)
    pipe(upstream, client, false)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const cut = (): void => {
    counts.cuts += 1
    for (const socket of open) socket.resetAndDestroy()
  }
  const proxy: FaultyProxy = {
    port: (server.address() as AddressInfo).port,
    faults,
    target,
    counts,
    cut,
    close: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
  return proxy
}

/** Frames of former connections that may be sent again. */
const REMEMBERED = 20

/** Holds bytes back and never lets later ones overtake them, whatever becomes of the delay meanwhile. */
const createDelayedWriter = (to: Socket, delayMs: () => number): ((bytes: Buffer) => void) => {
  const waiting: { readonly bytes: Buffer; readonly at: number }[] = []
  const flush = (): void => {
    while (waiting[0] && waiting[0].at <= performance.now()) {
      const next = waiting.shift()
      if (next && !to.destroyed) to.write(next.bytes)
    }
    const [first] = waiting
    if (first) setTimeout(flush, Math.max(1, first.at - performance.now()))
  }
  return (bytes) => {
    if (bytes.length === 0) return
    const delay = delayMs()
    const last = waiting.at(-1)
    if (delay === 0 && !last) {
      to.write(bytes)
      return
    }
    waiting.push({ bytes, at: Math.max(last?.at ?? 0, performance.now() + delay) })
    if (!last) setTimeout(flush, delay)
  }
}

interface Piece {
  readonly bytes: Buffer
  /** A whole data frame, and not the `hello` a connection begins with. */
  readonly duplicable: boolean
}

/** Cuts the bytes of one direction after the HTTP head into frames; a half one waits for its rest. */
const createFrameSplitter = (): ((chunk: Buffer) => Piece[]) => {
  let rest = Buffer.alloc(0)
  let headDone = false
  let dataFrames = 0
  return (chunk) => {
    const pieces: Piece[] = []
    rest = Buffer.concat([rest, chunk])
    if (!headDone) {
      const end = rest.indexOf('\r\n\r\n')
      if (end < 0) return pieces
      pieces.push({ bytes: rest.subarray(0, end + 4), duplicable: false })
      rest = rest.subarray(end + 4)
      headDone = true
    }
    for (;;) {
      const length = frameLength(rest)
      if (length === undefined || length > rest.length) return pieces
      const bytes = rest.subarray(0, length)
      const opcode = (bytes[0] ?? 0) & 0x0f
      const data = opcode === 1 || opcode === 2
      if (data) dataFrames += 1
      pieces.push({ bytes, duplicable: data && dataFrames > 1 })
      rest = rest.subarray(length)
    }
  }
}

/** Bytes of the whole frame that `buffer` begins with, once its header is there. */
const frameLength = (buffer: Buffer): number | undefined => {
  if (buffer.length < 2) return undefined
  const second = buffer[1] ?? 0
  const mask = second & 0x80 ? 4 : 0
  const short = second & 0x7f
  if (short < 126) return 2 + mask + short
  if (short === 126) return buffer.length < 4 ? undefined : 4 + mask + buffer.readUInt16BE(2)
  return buffer.length < 10 ? undefined : 10 + mask + Number(buffer.readBigUInt64BE(2))
}
