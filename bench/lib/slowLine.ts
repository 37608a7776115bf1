/** Stands between programs and a server like the line of a telephone: so many bits a second, and a way of its own. */
import { connect, createServer, type Socket } from 'node:net'

import { listenAnywhere } from './listenAnywhere.ts'

export interface Line {
  readonly kilobits: number
  readonly roundTripMs: number
}

export interface SlowLine {
  readonly port: number
  close(): void
}

/** What is put on the line in one piece. */
const PIECE_BYTES = 1460

export const openSlowLine = async (toPort: number, line: Line): Promise<SlowLine> => {
  const ends = new Set<Socket>()
  const down = createLane(line)
  const up = createLane(line)
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: toPort, host: '127.0.0.1', noDelay: true })
    // Here a connection is there at once; on a line that takes a way there and back.
    const readyAt = performance.now() + line.roundTripMs
    up(near, far, readyAt)
    down(far, near, readyAt)
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.on('error', () => other.destroy())
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
    }
  })
  const port = await listenAnywhere(server)
  return {
    port,
    close: () => {
      server.close()
      for (const end of ends) end.destroy()
    },
  }
}

/** One direction, which all connections share. */
const createLane = ({ kilobits, roundTripMs }: Line) => {
  let freeAt = 0
  return (from: Socket, to: Socket, readyAt: number): void => {
    from.on('data', (bytes) => {
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        const piece = bytes.subarray(at, at + PIECE_BYTES)
        freeAt = Math.max(freeAt, performance.now(), readyAt) + (piece.length * 8) / kilobits
        setTimeout(() => to.write(piece), freeAt + roundTripMs / 2 - performance.now())
      }
    })
  }
}
