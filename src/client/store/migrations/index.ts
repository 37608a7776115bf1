import { start as cacheStart } from './cache/0001-start.ts'
import { search as cacheSearch } from './cache/0002-search.ts'
import { newestOfWords as cacheNewestOfWords } from './cache/0003-newest-of-words.ts'
import { poolInOrder as cachePoolInOrder } from './cache/0004-pool-in-order.ts'
import type { Migration } from './migrate.ts'
import { start as ownStart } from './own/0001-start.ts'

/** In the order they are applied; a database's `user_version` is the number of steps it has taken. */
export const ownMigrations: readonly Migration[] = [ownStart]
export const cacheMigrations: readonly Migration[] = [
  cacheStart,
  cacheSearch,
  cacheNewestOfWords,
  cachePoolInOrder,
]

export { migrate, type Migration } from './migrate.ts'
