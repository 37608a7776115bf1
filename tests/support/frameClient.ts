/** A bare client of the wire protocol: it sends frames, keeps what comes, and lets a test wait for something. */
import { once } from 'node:events'

import { WebSocket, type ClientOptions } from 'ws'

import type { Ids } from '../../src/base/ids.ts'

export interface Frame {
  readonly t: string
}

export type Reply =
  | { readonly t: 'done'; readonly id: string; readonly result: unknown; readonly revision: number }
  | {
      readonly t: 'refused'
      readonly id: string
      readonly code: string
      readonly details?: Readonly<Record<string, unknown>>
    }

export interface FrameClient<F extends Frame> {
  readonly socket: WebSocket
  /** Everything that came, in order. */
  readonly frames: readonly F[]
  send(frame: unknown): void
  /** The first frame that fits, whether it came already or comes later. */
  next<G extends F>(fits: (frame: F) => frame is G): Promise<G>
  next(fits: (frame: F) => boolean): Promise<F>
  /** The answer to a command. */
  run(name: string, args: unknown, id?: string): Promise<Reply>
  /** Resolves when the connection is gone. */
  readonly closed: Promise<number>
  close(): Promise<void>
}

/** Far more than anything takes on a machine that is busy with other things. */
const PATIENCE_MS = 30_000

export const connectFrames = async <F extends Frame>(
  url: string,
  ids: Ids,
  options: ClientOptions = {},
): Promise<FrameClient<F>> => {
  const socket = new WebSocket(`${url.replace(/^http/u, 'ws')}/ws`, options)
  const frames: F[] = []
  const waiting = new Set<(frame: F) => void>()
  const closed = new Promise<number>((resolve) => {
    socket.once('close', resolve)
  })
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as F
    frames.push(frame)
    for (const listener of waiting) listener(frame)
  })
  await once(socket, 'open')
  socket.on('error', () => undefined)

  const send = (frame: unknown): void => {
    socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  }
  const next = async (fits: (frame: F) => boolean): Promise<F> => {
    const found = frames.find(fits)
    if (found) return found
    return new Promise<F>((resolve, reject) => {
      const listener = (frame: F): void => {
        if (!fits(frame)) return
        clearTimeout(timer)
        waiting.delete(listener)
        resolve(frame)
      }
      const timer = setTimeout(() => {
        waiting.delete(listener)
        reject(new Error(`nothing that fits came; seen: ${frames.map((frame) => frame.t).join(' ')}`))
      }, PATIENCE_MS)
      waiting.add(listener)
    })
  }

  return {
    socket,
    frames,
    send,
    next: next as FrameClient<F>['next'],
    run: async (name, args, id = ids.next()) => {
      send({ t: 'command', id, name, args })
      const from = frames.length
      const answer = (frame: Frame): boolean =>
        (frame.t === 'done' || frame.t === 'refused') && 'id' in frame && frame.id === id
      const early = frames.slice(from).find(answer)
      return (early ?? (await nextAfter(from, answer))) as unknown as Reply
    },
    closed,
    close: async () => {
      socket.close()
      await closed
    },
  }

  async function nextAfter(from: number, fits: (frame: F) => boolean): Promise<F> {
    return next((frame) => frames.indexOf(frame) >= from && fits(frame))
  }
}
