import type { Rank } from '../../protocol/model/index.ts'

/** Digits of a rank that say an instant; what follows is finer. */
const WHOLE = 15

/**
 * A place between two others in the order of entry, the larger of which stands above (R-03-032).
 *
 * Null: there is nothing on that side. With nothing above, whoever comes in later still comes above it. Undefined: the
 * two are the same, so there is no place between them.
 */
export const rankBetween = (above: Rank | null, below: Rank | null): Rank | undefined => {
  if (above === null && below === null) return undefined
  if (above === null) return shifted(below ?? '', 1)
  if (below === null) return shifted(above, -1)
  const upper = normal(above)
  const lower = normal(below)
  if (upper <= lower) return undefined
  // The middle with one digit more than the longer of both: always strictly between them.
  const length = Math.max(upper.length, lower.length) + 1
  const sum = BigInt(upper.padEnd(length, '0')) + BigInt(lower.padEnd(length, '0'))
  const middle = (sum / 2n).toString().padStart(length, '0')
  return shortest(middle, upper, lower)
}

/** Zeros at the end say nothing: without them, comparing texts is comparing places. */
const normal = (rank: Rank): string => {
  const fine = rank.slice(WHOLE).replace(/0+$/u, '')
  return rank.slice(0, WHOLE) + fine
}

/** As few digits as still lie between, so that many moves to one place do not make long ranks. */
const shortest = (middle: string, upper: string, lower: string): Rank => {
  for (let length = WHOLE; length < middle.length; length += 1) {
    const candidate = normal(middle.slice(0, length))
    if (candidate > lower && candidate < upper) return candidate
  }
  return middle
}

const shifted = (rank: Rank, by: 1 | -1): Rank => {
  const whole = Number(rank.slice(0, WHOLE)) + by
  return String(Math.max(0, whole)).padStart(WHOLE, '0')
}
