import type { Clock } from '../base/clock.ts'
import type { Logger } from '../base/logger.ts'
import type { Result } from '../base/result.ts'
import type { AgentId, MessageId } from '../protocol/model/index.ts'
import type { ServerQueryArgs, ServerQueryName, ServerQueryResult } from '../protocol/queries/index.ts'
import type {
  ConnectionStatus,
  CurrentAccount,
  HeldEnding,
  OutboxItem,
  QueuedCommand,
  RecentError,
} from './api.ts'
import type { ClientPorts } from './ports/index.ts'
import type { MediaFile } from './store/mediaFile.ts'
import type { Store } from './store/store.ts'
import type { Moment } from './sync/moment.ts'
import type { VisitorWatch } from './sync/visitorWatch.ts'

/** What queries read from: the local files, the state of the moment, and the server where the cache cannot answer. */
export interface ClientView {
  readonly store: Store
  readonly moment: Moment
  readonly clock: Clock
  readonly log: Logger
  readonly device: ClientPorts['device']
  /** What went wrong last. */
  readonly recentErrors: () => readonly RecentError[]
  /** Null while nobody is signed in. */
  readonly agentId: () => AgentId | null
  /** Where a page fetches what the server has under this path; null while nobody is signed in. */
  readonly fileUrl: (path: string) => string | null
  /** Pictures that are kept here; null while nobody is signed in. */
  readonly media: () => MediaFile | null
  readonly account: () => CurrentAccount
  readonly status: () => ConnectionStatus
  /** Waiting and failed messages of the signed-in agent in order of writing, of one conversation or (null) of all. */
  readonly outbox: (conversationId: string | null) => readonly OutboxItem[]
  /** The bytes of a file that waits or failed; null: there are none here. */
  readonly unsentFile: (id: MessageId) => Blob | null
  /** Endings of the signed-in agent that are held back or were just decided. */
  readonly endings: () => readonly HeldEnding[]
  /** Commands of the signed-in agent that wait for the server, or were refused by it. */
  readonly queued: () => readonly QueuedCommand[]
  /** Those of them that change what is shown. */
  readonly effective: () => readonly QueuedCommand[]
  readonly ask: Ask
  readonly visitors: VisitorWatch
}

/** Asks the server; `offline` when there is no connection, `timeout` when no answer came. */
export type Ask = <N extends ServerQueryName>(
  name: N,
  args: ServerQueryArgs<N>,
) => Promise<Result<ServerQueryResult<N>>>
