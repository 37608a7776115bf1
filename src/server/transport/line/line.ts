/**
 * A connection made of single requests, for where nothing else gets through (R-18-079).
 *
 * What the client says comes in requests of its own; what it is told waits here until it asks, and a question that comes
 * before there is anything to tell is held. An answer that was lost ends the line for the client, which begins another
 * one and resumes as after a lost socket: nothing is said twice.
 */
import type { Clock } from '../../../base/clock.ts'
import type { ByeCode } from '../../../protocol/wire/index.ts'
import type { Connection } from '../ws/connection.ts'

export interface Line extends Connection {
  /** Somebody waits for an answer now. */
  readonly isHeld: boolean
  /** What waits, at the latest after a while nothing; a question that was held before it is answered with nothing. */
  take(): Promise<readonly string[]>
  /** Nobody will ask any more. */
  end(): void
}

/** So long a question is held: shorter than proxies wait for an answer. */
const HELD_MS = 20_000
/** More than this waiting means that nobody asks. */
const CUT_BYTES = 1024 * 1024

export const createLine = (
  address: string,
  { clock, onBye }: { readonly clock: Clock; readonly onBye: (code: ByeCode) => void },
): Line => {
  let frames: string[] = []
  let bytes = 0
  let open = true
  let answer: (() => void) | undefined
  let drained: PromiseWithResolvers<void> | undefined

  const put = (frame: string): void => {
    frames.push(frame)
    bytes += frame.length
    // Whatever belongs to this turn of the loop goes with it.
    if (answer) setImmediate(answer)
  }
  const release = (): void => {
    drained?.resolve()
    drained = undefined
  }
  const line: Line = {
    address,
    lastHeard: clock.now(),
    get open() {
      return open
    },
    get isHeld() {
      return answer !== undefined
    },
    send: (frame) => {
      if (!open) return
      if (bytes > CUT_BYTES) line.bye('slow-consumer')
      else put(frame.toString())
    },
    drained: async () => {
      if (!open || bytes === 0) return
      drained ??= Promise.withResolvers<void>()
      await drained.promise
    },
    bye: (code, retryAfterMs) => {
      if (!open) return
      put(JSON.stringify({ t: 'bye', code, ...(retryAfterMs !== undefined && { retryAfterMs }) }))
      onBye(code)
      open = false
      release()
    },
    take: async () => {
      answer?.()
      line.lastHeard = clock.now()
      if (frames.length === 0 && open) {
        const held = Promise.withResolvers<void>()
        const stop = clock.after(HELD_MS, held.resolve)
        answer = held.resolve
        await held.promise
        stop()
        // A later question has taken its place otherwise.
        if (answer === held.resolve) answer = undefined
        else return []
        line.lastHeard = clock.now()
      }
      const taken = frames
      frames = []
      bytes = 0
      release()
      return taken
    },
    end: () => {
      open = false
      release()
      answer?.()
    },
  }
  return line
}
