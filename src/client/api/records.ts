import type { ConversationId, Message } from '../../protocol/model/index.ts'
import type { ExportFormat } from '../../protocol/queries/index.ts'

/** What an agent does with what was said, as a whole (R-06-173). */
export interface ThreadActions {
  /**
   * A stretch of a thread for an export, from the server: a cache may lack some of it, and nobody could write down what
   * is taken from there. Nothing of it is kept here.
   */
  'records.export-page': {
    args: {
      conversationId: ConversationId
      exportId: string
      first: number
      from: number
      format: ExportFormat
    }
    result: { messages: readonly Message[]; next: number | null }
    code: 'offline' | 'timeout' | 'forbidden' | 'not-found' | 'unavailable' | 'internal'
  }
  /** Takes a thread's messages and what was told of its customer off this device, until they are wanted again (R-06-175). */
  'records.forget': {
    args: { conversationId: ConversationId }
    result: Record<string, never>
    code: 'disk-full'
  }
  /** They may be fetched, and are shown, again. */
  'records.show-again': {
    args: { conversationId: ConversationId }
    result: Record<string, never>
    code: 'disk-full'
  }
}

export interface ThreadQueries {
  /** Threads whose messages the agent deleted on this device. */
  'forgotten-threads.list': { args: Record<string, never>; result: readonly ForgottenThread[] }
}

export interface ForgottenThread {
  readonly conversationId: ConversationId
  /** Up to this message. */
  readonly seq: number
  readonly at: number
}
