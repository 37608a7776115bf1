import type { AccountQueries } from './account.ts'
import type { ChatQueries } from './chats.ts'
import type { ConversationQueries } from './conversations.ts'
import type { CustomerQueries } from './customers.ts'
import type { DiagnosticQueries } from './diagnostics.ts'
import type { DraftQueries } from './drafts.ts'
import type { MonitorQueries } from './monitor.ts'
import type { OrganizationQueries } from './organization.ts'
import type { PoolQueries } from './pool.ts'
import type { QueuedQueries } from './queued.ts'
import type { QuickReplyQueries } from './quickReplies.ts'
import type { ThreadQueries } from './records.ts'
import type { SavedMessageQueries } from './savedMessages.ts'
import type { SearchQueries } from './search.ts'
import type { SettingQueries } from './settings.ts'
import type { StorageQueries } from './storage.ts'
import type { TodoQueries } from './todos.ts'
import type { VisitorQueries } from './visitors.ts'

/** What can be asked; all answers come from the cache unless said. */
export interface Queries
  extends
    AccountQueries,
    OrganizationQueries,
    ChatQueries,
    ConversationQueries,
    DiagnosticQueries,
    DraftQueries,
    MonitorQueries,
    PoolQueries,
    QueuedQueries,
    QuickReplyQueries,
    VisitorQueries,
    CustomerQueries,
    SavedMessageQueries,
    SearchQueries,
    SettingQueries,
    StorageQueries,
    ThreadQueries,
    TodoQueries {}

export type QueryName = keyof Queries
export type QueryArgs<N extends QueryName> = Queries[N]['args']
export type QueryResult<N extends QueryName> = Queries[N]['result']
