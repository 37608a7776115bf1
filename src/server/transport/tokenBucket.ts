import type { Clock } from '../../base/clock.ts'

/** `burst` at once, and again `burst` in each `perMs`. */
export interface Rate {
  readonly burst: number
  readonly perMs: number
}

export interface TokenBucket {
  /** 0: taken. Otherwise nothing is taken and the figure says how long to wait. */
  take(): number
}

/** Several rates can hold at once; one that is exhausted takes nothing from the others. */
export const createTokenBucket = (rates: readonly Rate[], clock: Clock): TokenBucket => {
  // Made when something is taken: most connections never ask, and each has several of these.
  let buckets: { readonly rate: Rate; tokens: number }[] | undefined
  let last = 0
  return {
    take: () => {
      const now = clock.now()
      buckets ??= rates.map((rate) => ({ rate, tokens: rate.burst }))
      const elapsed = Math.max(0, now - last)
      last = now
      let wait = 0
      for (const bucket of buckets) {
        const { burst, perMs } = bucket.rate
        bucket.tokens = Math.min(burst, bucket.tokens + (elapsed * burst) / perMs)
        if (bucket.tokens < 1) wait = Math.max(wait, Math.ceil(((1 - bucket.tokens) * perMs) / burst))
      }
      if (wait > 0) return wait
      for (const bucket of buckets) bucket.tokens -= 1
      return 0
    },
  }
}

/** One bucket for each key, such as an address. */
export interface KeyedBuckets {
  take(key: string): number
}

/** Buckets nobody used for a while are dropped. */
export const createKeyedBuckets = (rates: readonly Rate[], clock: Clock, most = 50_000): KeyedBuckets => {
  const buckets = new Map<string, { bucket: TokenBucket; at: number }>()
  const idleMs = Math.max(...rates.map((rate) => rate.perMs))
  return {
    take: (key: string): number => {
      const now = clock.now()
      const known = buckets.get(key) ?? { bucket: createTokenBucket(rates, clock), at: now }
      known.at = now
      // Moved to the end: the map stays in order of last use.
      buckets.delete(key)
      buckets.set(key, known)
      for (const [oldest, { at }] of buckets) {
        if (buckets.size <= most && at > now - idleMs) break
        buckets.delete(oldest)
      }
      return known.bucket.take()
    },
  }
}
