import type { Clock } from '../../base/clock.ts'

/** What was read, kept for a while, so that a sign of life reads nothing. */
export interface Kept<Key, Value> {
  get(key: Key): Promise<Value>
  forget(key: Key): void
}

const MOST = 10_000

export const createKept = <Key, Value>(
  clock: Clock,
  forMs: number,
  read: (key: Key) => Promise<Value>,
): Kept<Key, Value> => {
  const kept = new Map<Key, { readonly value: Promise<Value>; readonly at: number }>()
  return {
    // Not async: what is kept is a promise already, and another around it for each sign of life is waste.
    get: (key) => {
      const found = kept.get(key)
      if (found && clock.now() - found.at < forMs) return found.value
      const value = read(key)
      kept.delete(key)
      kept.set(key, { value, at: clock.now() })
      value.catch(() => kept.delete(key))
      const [oldest] = kept.size > MOST ? kept.keys() : []
      if (oldest !== undefined) kept.delete(oldest)
      return value
    },
    forget: (key) => {
      kept.delete(key)
    },
  }
}
