import type { Rank } from '../../protocol/model/index.ts'
import { rankBetween } from './rankBetween.ts'

export interface Placed {
  readonly id: string
  readonly rank: Rank
}

/**
 * The rank that brings a row to a place among the other rows of its block, top first. Undefined: it stays where it is.
 *
 * Rows that came in within one millisecond have no place between them: the row goes past all of them.
 */
export const rankAt = (block: readonly Placed[], id: string, index: number): Rank | undefined => {
  const from = block.findIndex((row) => row.id === id)
  const others = block.filter((row) => row.id !== id)
  if (from < 0 || others.length === 0) return undefined
  const step = index < from ? -1 : 1
  let place = Math.max(0, Math.min(others.length, index))
  if (place === from) return undefined
  while (others[place - 1] && others[place - 1]?.rank === others[place]?.rank) place += step
  return rankBetween(others[place - 1]?.rank ?? null, others[place]?.rank ?? null)
}
