import type { KeyedName } from './actions.ts'
import { runAction, whenPossible } from './registry.ts'

/** What was just opened has all its actions by then. */
const SOON_MS = 500

let latest: symbol | null = null

/** Something else was pressed or clicked: what was still waiting is not meant any more. */
export const forgetSoon = (): void => {
  latest = null
}

/**
 * Does an action now, or as soon as it becomes possible: a quick hand presses the next key before what it means is there.
 */
export const runSoon = async (name: KeyedName): Promise<void> => {
  if (runAction(name)) return
  const mine = Symbol(name)
  latest = mine
  const isPossible = await whenPossible(name, SOON_MS)
  if (latest !== mine) return
  latest = null
  if (isPossible) runAction(name)
}
