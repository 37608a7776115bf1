import { quoteOf } from '../../../domain/messages/quoteOf.ts'
import type { ConversationId, MessageBody, MessageId, WrittenBody } from '../../../protocol/model/index.ts'
import { findMessage, rowToMessage } from '../../db/messages.ts'
import type { Work } from '../../engine/work.ts'

/**
 * The text with what it answers; undefined: it answers nothing that is there.
 *
 * The author says which message, never what was in it. One that was recalled meanwhile is quoted as that.
 */
export const withQuote = async (
  work: Work,
  conversationId: ConversationId,
  { body, quoteId }: { readonly body: WrittenBody; readonly quoteId?: MessageId | undefined },
): Promise<{ readonly body: MessageBody } | undefined> => {
  if (quoteId === undefined || body.kind !== 'text') return undefined
  const row = await findMessage(work.tx, work.organizationId, quoteId)
  const quote = row?.conversation_id === conversationId ? quoteOf(rowToMessage(row)) : null
  return quote ? { body: { ...body, quote } } : undefined
}
