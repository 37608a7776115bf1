/**
 * Consecutive entries that stay in memory, in the smallest form they have.
 *
 * What was just committed is a graph of objects. Thousands of those, each copied twice by the collector before it
 * leaves them alone and then waited for until it looks through everything, stop everybody for longer than all else the
 * server does: as bytes outside the heap they cost the collector nothing.
 */
import type { Scope } from '../../protocol/model/index.ts'
import type { LogItem } from './logItem.ts'

export interface Stretch {
  /** Revision of the first entry. */
  readonly first: number
  /** Revision of the newest entry. */
  readonly last: number
  /** Takes the entry that follows the newest; false when there is no room left for it. */
  add(item: LogItem): boolean
  scopeOf(revision: number): Scope
  item(revision: number): LogItem
  /** For the stretch after this one's time. */
  readonly memory: Memory
}

/**
 * Goes from stretch to stretch: memory outside the heap that is given up is found out only when the collector looks
 * through everything, and so much of it would make it look every few seconds.
 */
interface Memory {
  readonly bytes: Buffer
  readonly marks: Uint32Array
}

const MOST_ITEMS = 512
const USUAL_BYTES = 256 * 1024
/** Bytes of UTF-8 for one unit of UTF-16. */
const LONGEST_CHARACTER = 3
/** Of an entry: where its scope, its event and its text begin; where the text ends is where the next begins. */
const MARKS = 3

/** A stretch that begins with an entry, which always has room; in the memory of one that is read no more. */
export const beginStretch = (begin: LogItem, used?: Stretch): Stretch => {
  const { revision: first } = begin
  const least = Math.max(USUAL_BYTES, mostBytes(begin))
  // An unusually large one is not kept for small entries.
  const memory =
    used?.memory.bytes.length === least
      ? used.memory
      : { bytes: Buffer.allocUnsafeSlow(least), marks: new Uint32Array(MOST_ITEMS * MARKS + 1) }
  const { bytes, marks } = memory
  let count = 0
  let filled = 0

  const mark = (index: number): number => marks[index] ?? 0
  const read = (revision: number, part: number): string => {
    const at = (revision - first) * MARKS + part
    return bytes.toString('utf8', mark(at), mark(at + 1))
  }

  const stretch: Stretch = {
    memory,
    first,
    get last() {
      return first + count - 1
    },
    add: (item) => {
      if (count === MOST_ITEMS || filled + mostBytes(item) > bytes.length) return false
      let at = count * MARKS
      for (const part of [item.scope, item.event, item.json()]) {
        filled += bytes.write(part, filled)
        at += 1
        marks[at] = filled
      }
      count += 1
      return true
    },
    // Written above, from a scope.
    scopeOf: (revision) => read(revision, 0) as Scope,
    item: (revision) => {
      const json = read(revision, 2)
      return {
        revision,
        scope: read(revision, 0) as Scope,
        event: read(revision, 1),
        json: () => json,
        payload: () => (JSON.parse(json) as { payload: unknown }).payload,
      }
    },
  }
  stretch.add(begin)
  return stretch
}

const mostBytes = (item: LogItem): number =>
  (item.scope.length + item.event.length + item.json().length) * LONGEST_CHARACTER
