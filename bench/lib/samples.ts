/** Latency samples in milliseconds; percentiles by sorting, which is exact. */
export interface Samples {
  add(ms: number): void
  clear(): void
  readonly count: number
  /** NaN while there are none. */
  percentile(percent: number): number
}

export const createSamples = (): Samples => {
  let values = new Float64Array(1 << 16)
  let count = 0
  return {
    add: (ms) => {
      if (count === values.length) {
        const larger = new Float64Array(values.length * 2)
        larger.set(values)
        values = larger
      }
      values[count] = ms
      count += 1
    },
    clear: () => {
      count = 0
    },
    get count() {
      return count
    },
    percentile: (percent) => {
      const sorted = values.slice(0, count).sort()
      return sorted[Math.min(count - 1, Math.floor((percent / 100) * count))] ?? Number.NaN
    },
  }
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

export const sleep = async (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
