import type { Clock } from './clock.ts'

/** Makes ids; a port, so that tests can repeat a run. */
export interface Ids {
  /** A UUIDv7: unique without asking anybody, and sorting by the time it was made. */
  next(): string
  /** `bytes` random bytes as lower-case hexadecimal, for secrets and names nobody may guess. */
  secret(bytes: number): string
}

/** Fills a buffer with random bytes, as `crypto.getRandomValues` does. */
export type RandomSource = (into: Uint8Array) => void

export const createIds = (clock: Clock, random: RandomSource = pooledRandom()): Ids => {
  let lastMs = 0
  let counter = 0
  const secret = (bytes: number): string => {
    const buffer = new Uint8Array(bytes)
    random(buffer)
    return hex(buffer)
  }
  const next = (): string => {
    const bytes = new Uint8Array(16)
    random(bytes)
    const now = clock.now()
    // Ids of one millisecond, or made while the clock steps back, still sort in the order they were made.
    if (now > lastMs) {
      lastMs = now
      counter = (((bytes[6] ?? 0) & 0x07) << 8) | (bytes[7] ?? 0)
    } else if (counter < 0xfff) counter += 1
    else {
      lastMs += 1
      counter = 0
    }
    let rest = lastMs
    for (let index = 5; index >= 0; index -= 1) {
      bytes[index] = rest % 256
      rest = Math.floor(rest / 256)
    }
    bytes[6] = 0x70 | (counter >> 8)
    bytes[7] = counter & 0xff
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
    const text = hex(bytes)
    return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`
  }
  return { next, secret }
}

/** So many bytes are asked for at once: an id takes sixteen, and asking costs more than making the rest of it. */
const POOL_BYTES = 4096

const pooledRandom = (): RandomSource => {
  const pool = new Uint8Array(POOL_BYTES)
  let used = POOL_BYTES
  return (into) => {
    if (into.length > POOL_BYTES) throw new Error('more random bytes than one thing needs')
    if (used + into.length > POOL_BYTES) {
      globalThis.crypto.getRandomValues(pool)
      used = 0
    }
    into.set(pool.subarray(used, used + into.length))
    // Nothing that was given out stays where it can be read again.
    pool.fill(0, used, used + into.length)
    used += into.length
  }
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

const hex = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += HEX[byte] ?? ''
  return text
}
