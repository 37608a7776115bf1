import type { QueryName } from '../api.ts'
import { accountQueries } from './account.ts'
import { blockEntryQueries } from './blockEntries.ts'
import { chatQueries } from './chats.ts'
import { contactQueries } from './contacts.ts'
import { conversationQueries } from './conversations.ts'
import { customerQueries } from './customers.ts'
import type { QueryDefinition } from './definition.ts'
import { diagnosticQueries } from './diagnostics.ts'
import { fileQueries } from './files.ts'
import { languageServiceQueries } from './languageServices.ts'
import { monitorQueries } from './monitor.ts'
import { pathQueries } from './paths.ts'
import { poolQueries } from './pool.ts'
import { queuedQueries } from './queued.ts'
import { quickEntryQueries } from './quickEntries.ts'
import { quickReplyQueries } from './quickReplies.ts'
import { ratingQueries } from './ratings.ts'
import { routingQueries } from './routing.ts'
import { savedMessageQueries } from './savedMessages.ts'
import { searchQueries } from './search.ts'
import { settingQueries } from './settings.ts'
import { storageQueries } from './storage.ts'
import { todoQueries } from './todos.ts'
import { visitorQueries } from './visitors.ts'

/** Everything that can be asked; the compiler names a missing one. */
export const queries = {
  ...accountQueries,
  ...blockEntryQueries,
  ...chatQueries,
  ...contactQueries,
  ...customerQueries,
  ...conversationQueries,
  ...diagnosticQueries,
  ...fileQueries,
  ...monitorQueries,
  ...pathQueries,
  ...poolQueries,
  ...queuedQueries,
  ...languageServiceQueries,
  ...quickEntryQueries,
  ...quickReplyQueries,
  ...ratingQueries,
  ...routingQueries,
  ...savedMessageQueries,
  ...searchQueries,
  ...settingQueries,
  ...storageQueries,
  ...todoQueries,
  ...visitorQueries,
} satisfies { [N in QueryName]: QueryDefinition<N> }

export const isQueryName = (name: string): name is QueryName => Object.hasOwn(queries, name)
