import { expect } from 'vitest'

import { PROMISES, SHORT } from '../promises.ts'

/** The same chances every time; `npm run test:faults` takes new ones. */
const SEED = 20_260_105
/** So long takes none of them, but on a machine that has five other things to do. */
export const PATIENCE_MS = 300_000

/** Runs the short form of a promise and shows its figure when it is broken. */
export const holdsInShort = async (id: string): Promise<void> => {
  const promise = PROMISES.find((each) => each.id === id)
  if (!promise) throw new Error(`there is no ${id}`)
  const { holds, figure, problems } = await promise.run(SEED, SHORT, () => {})
  expect({ holds, problems: holds ? [] : problems }, figure).toEqual({ holds: true, problems: [] })
}
