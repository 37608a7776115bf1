/**
 * Entries that stay in memory, in the smallest form they have.
 *
 * What was just committed is a graph of objects. Thousands of those, each copied twice by the collector before it
 * leaves them alone, stop everybody for longer than everything else the server does: their text, as bytes outside the
 * heap, costs the collector nothing.
 */
import type { Scope } from '../../protocol/model/index.ts'
import type { LogItem } from './logItem.ts'

/** Makes what is kept of an item. */
export const createKeeper = (): ((item: LogItem) => LogItem) => {
  let chunk = Buffer.alloc(0)
  let used = 0
  return (item) => {
    const text = item.json()
    const most = text.length * LONGEST_CHARACTER
    if (used + most > chunk.length) {
      chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, most))
      used = 0
    }
    const from = used
    used += chunk.write(text, from)
    return new KeptItem(item, chunk, from, used)
  }
}

/** Gone when the last item in it is. */
const CHUNK_BYTES = 64 * 1024
/** Bytes of UTF-8 for one unit of UTF-16. */
const LONGEST_CHARACTER = 3

/** A class, because there are thousands of them: they share their methods. */
class KeptItem implements LogItem {
  readonly revision: number
  readonly scope: Scope
  readonly event: string
  readonly #chunk: Buffer
  readonly #from: number
  readonly #to: number

  constructor({ revision, scope, event }: LogItem, chunk: Buffer, from: number, to: number) {
    this.revision = revision
    this.scope = scope
    this.event = event
    this.#chunk = chunk
    this.#from = from
    this.#to = to
  }

  json(): string {
    return this.#chunk.toString('utf8', this.#from, this.#to)
  }

  payload(): unknown {
    return (JSON.parse(this.json()) as { payload: unknown }).payload
  }
}
