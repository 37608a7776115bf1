import type { Search } from '../../domain/search/terms.ts'
import type { ConversationId, MessageId, OrganizationId } from '../../protocol/model/index.ts'

/**
 * The index of messages, apart from the database of the deliveries.
 *
 * It holds no text, can be thrown away and is built again from the messages. Places are ordered by time, so that the
 * newest candidates are read first without sorting.
 */
export interface SearchIndex {
  /** How far the organisation is indexed; undefined: not begun. */
  progress(organizationId: OrganizationId): Promise<IndexProgress | undefined>
  /**
   * Adds messages and notes the progress, together; they can be found at once and are durable with the next `settle`. A
   * message that is added twice may be found twice.
   */
  add(
    organizationId: OrganizationId,
    documents: readonly IndexDocument[],
    progress: IndexProgress,
  ): Promise<void>
  /** Writes what was added to the disk. */
  settle(): Promise<void>
  /** Puts a little of the index in order; false: there is nothing more to do since the last `settle`. */
  tidy(): Promise<boolean>
  /** Messages that may hold the search, newest first, after the place given. */
  candidates(query: CandidateQuery): Promise<readonly Candidate[]>
  close(): Promise<void>
}

export interface IndexProgress {
  /** The log is indexed up to here. */
  readonly revision: number
  /** Older messages are indexed up to this conversation, in order of id; null: all are. */
  readonly backfill: ConversationId | '' | null
  /** When the indexing began: what is much younger comes from the log alone. */
  readonly beganAt: number
}

export interface IndexDocument {
  readonly messageId: MessageId
  readonly conversationId: ConversationId
  readonly at: number
  readonly text: string
}

export interface CandidateQuery {
  readonly organizationId: OrganizationId
  readonly search: Search
  /** Only older than this instant; null: from the newest on. */
  readonly before: number | null
  /** The last candidate of the page before. */
  readonly after: Candidate | null
  readonly limit: number
}

export interface Candidate {
  readonly place: number
  readonly messageId: MessageId
  readonly conversationId: ConversationId
}
