/**
 * Chance that can be repeated.
 *
 * The demonstration must look the same on every machine and in every screenshot, so everything in it that is chosen is
 * chosen by a generator with a seed (mulberry32: tiny, well spread, and nothing here is a secret).
 */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** `count` different members, in their order. */
  sample<T>(list: readonly T[], count: number): T[]
  /** A member with a probability in proportion to its weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T
  digits(count: number): string
  fill(into: Uint8Array): void
}

export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => memberOf(list, int(0, list.length - 1))
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    sample: (list, count) => {
      const left = list.map((_, index) => index)
      const chosen: number[] = []
      while (chosen.length < count && left.length > 0) chosen.push(...left.splice(int(0, left.length - 1), 1))
      return chosen.toSorted((a, b) => a - b).map((index) => memberOf(list, index))
    },
    weighted: (list) => {
      let rest = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [member, weight] of list) {
        rest -= weight
        if (rest < 0) return member
      }
      return memberOf(list, list.length - 1)[0]
    },
    digits: (count) => Array.from({ length: count }, () => String(int(0, 9))).join(''),
    fill: (into) => {
      for (let index = 0; index < into.length; index += 1) into[index] = int(0, 255)
    },
  }
}

const memberOf = <T>(list: readonly T[], index: number): T => {
  const member = list[index]
  if (member === undefined) throw new Error('chosen from an empty list')
  return member
}
