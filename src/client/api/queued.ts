import type { RefusalDetails } from '../../base/result.ts'
import type { CommandArgs } from '../../protocol/commands/index.ts'
import type { ConversationId, CustomerId, SessionNoteId } from '../../protocol/model/index.ts'

/** Commands that are taken without the server, too: kept on the disk, shown at once, and sent later (R-17-019). */
export const QUEUED_COMMANDS = [
  'customer.edit',
  'customer.set-stage',
  'customer.tag',
  'follow-record.add',
  'private-remark.set',
  'color-mark.set',
  'contact.file',
  'contact.remove',
  'colleague.star',
  'colleague.unstar',
  'contact-group.save',
  'contact-group.remove',
  'quick-reply.save',
  'quick-reply.add',
  'quick-reply.remove',
  'quick-reply.move',
  'quick-reply-group.rename',
  'session-note.save',
  'list-entry.pin',
  'list-entry.move',
  'list-entry.mark',
  'read.advance',
] as const
export type QueuedCommandName = (typeof QUEUED_COMMANDS)[number]

/** One of them on its way. */
export type QueuedCommand = { readonly [N in QueuedCommandName]: QueuedOf<N> }[QueuedCommandName]

interface QueuedOf<N extends QueuedCommandName> {
  /** Made here, and the same with every try: the server does it once (R-17-020). */
  readonly id: string
  readonly name: N
  readonly args: CommandArgs<N>
  /** When it was given, or taken up again after it was refused. */
  readonly createdAt: number
  /** `failed`: the server refused it, for good. */
  readonly state: 'queued' | 'failed'
  /** Why the server refused it. */
  readonly refusal: { readonly code: string; readonly details?: RefusalDetails } | null
}

export interface QueuedQueries {
  /** Of the signed-in agent, in the order in which they were given. */
  'queued.list': { args: Record<string, never>; result: readonly QueuedRow[] }
}

export interface QueuedRow extends Pick<QueuedCommand, 'id' | 'createdAt' | 'state' | 'refusal'> {
  /** What was read is nobody's business. */
  readonly name: Exclude<QueuedCommandName, 'read.advance'>
  /** What was written, of those that write something; the name of what is kept in a book of one's own. */
  readonly text: string
  /** The note that is written. */
  readonly noteId: SessionNoteId | null
  readonly customerId: CustomerId | null
  /** Null: the conversation is not on this device any more. */
  readonly conversationId: ConversationId | null
  /** As the agent calls them; empty while unknown. */
  readonly customerName: string
  readonly customerNumber: number
}

export interface QueuedActions {
  /** Tries a refused one once more. */
  'queued.retry': { args: { id: string }; result: Record<string, never>; code: 'not-found' | 'disk-full' }
  /** Gives one up; what it showed is as it was before. */
  'queued.discard': { args: { id: string }; result: Record<string, never>; code: 'not-found' | 'disk-full' }
}
