import type { QueryName } from '../api.ts'
import { accountQueries } from './account.ts'
import { blockEntryQueries } from './blockEntries.ts'
import { conversationQueries } from './conversations.ts'
import type { QueryDefinition } from './definition.ts'
import { fileQueries } from './files.ts'
import { pathQueries } from './paths.ts'
import { poolQueries } from './pool.ts'
import { ratingQueries } from './ratings.ts'
import { routingQueries } from './routing.ts'
import { searchQueries } from './search.ts'
import { visitorQueries } from './visitors.ts'

/** Everything that can be asked; the compiler names a missing one. */
export const queries = {
  ...accountQueries,
  ...blockEntryQueries,
  ...conversationQueries,
  ...fileQueries,
  ...pathQueries,
  ...poolQueries,
  ...ratingQueries,
  ...routingQueries,
  ...searchQueries,
  ...visitorQueries,
} satisfies { [N in QueryName]: QueryDefinition<N> }

export const isQueryName = (name: string): name is QueryName => Object.hasOwn(queries, name)
