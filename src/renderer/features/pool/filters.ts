import type { PoolFilter } from '../../../client/api.ts'

export const NO_FILTER: PoolFilter = { source: null, groupId: null, ownerId: null }

/** How many of the conditions are set. */
export const filterCount = (filter: PoolFilter): number =>
  Object.values(filter).filter((value) => value !== null).length

/** Where those who wait came from; the chosen one stays to be seen when its last customer left. */
export const sourcesOf = (sources: readonly string[], chosen: string | null): readonly string[] =>
  chosen === null || sources.includes(chosen) ? sources : [...sources, chosen].toSorted()
