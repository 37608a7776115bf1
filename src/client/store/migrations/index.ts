import { start as cacheStart } from './cache/0001-start.ts'
import { search as cacheSearch } from './cache/0002-search.ts'
import { newestOfWords as cacheNewestOfWords } from './cache/0003-newest-of-words.ts'
import { poolInOrder as cachePoolInOrder } from './cache/0004-pool-in-order.ts'
import { paths as cachePaths } from './cache/0005-paths.ts'
import { privateRemarks as cachePrivateRemarks } from './cache/0006-private-remarks.ts'
import type { Migration } from './migrate.ts'
import { start as ownStart } from './own/0001-start.ts'
import { quotes as ownQuotes } from './own/0002-quotes.ts'

/** In the order they are applied; a database's `user_version` is the number of steps it has taken. */
export const ownMigrations: readonly Migration[] = [ownStart, ownQuotes]
export const cacheMigrations: readonly Migration[] = [
  cacheStart,
  cacheSearch,
  cacheNewestOfWords,
  cachePoolInOrder,
  cachePaths,
  cachePrivateRemarks,
]

export { migrate, type Migration } from './migrate.ts'
