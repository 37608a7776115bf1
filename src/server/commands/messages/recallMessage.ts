import { ok, refuse, type Result } from '../../../base/result.ts'
import { withoutQuoted } from '../../../domain/messages/quoteOf.ts'
import { recallState } from '../../../domain/messages/recall.ts'
import type { FileId, Message, MessageId } from '../../../protocol/model/index.ts'
import { unlinkFile } from '../../db/fileLinks.ts'
import { findMessage, messagesMentioning, replaceBody, rowToMessage } from '../../db/messages.ts'
import { keepRecalled } from '../../db/recalledMessages.ts'
import type { Work } from '../../engine/work.ts'
import type { Handler } from '../handler.ts'
import { withdrawUnshown } from './withdrawUnshown.ts'

/** Whoever has the session now: a message stays its author's (R-06-087). */
export const recallMessage: Handler<'message.recall'> = async (work, { agentId }, { messageId }) =>
  recall(work, messageId, ({ sender }) => sender.kind === 'agent' && sender.agentId === agentId)

/** Takes a message back if it is the asker's own and still young enough. */
export const recall = async (
  work: Work,
  messageId: MessageId,
  isOwn: (message: Message) => boolean,
): Promise<Result<Record<string, never>, 'not-found' | 'invalid' | 'recall-too-late'>> => {
  const { tx, organizationId, now } = work
  const row = await findMessage(tx, organizationId, messageId)
  const message = row && rowToMessage(row)
  if (!message || !isOwn(message)) return refuse('not-found')
  if (message.body.kind === 'recalled') return ok({})
  const state = recallState(message, now)
  if (state !== 'possible') return refuse(state === 'too-late' ? 'recall-too-late' : 'invalid')

  await keepRecalled(tx, organizationId, message, now)
  const recalled: Message = { ...message, body: { kind: 'recalled' } }
  const changed = [recalled, ...(await quotesOf(work, message))]
  for (const one of changed) await replaceBody(tx, organizationId, one)
  await hideFile(work, message)
  work.publish(`thread:${message.conversationId}`, 'message.recalled', { messages: changed })
  await work.timer('message-erase', message.id, now)
  return ok({})
}

/** Those that carry a copy of its beginning, without it. */
const quotesOf = async (work: Work, { id, conversationId, seq }: Message): Promise<Message[]> => {
  const later = await messagesMentioning(work.tx, work.organizationId, conversationId, id, seq)
  return later.flatMap((one) => {
    const without = withoutQuoted(one, id)
    return without === one ? [] : [without]
  })
}

/** The file goes with the last message that shows it. */
const hideFile = async (work: Work, { body, conversationId }: Message): Promise<void> => {
  const fileId = fileIn(body)
  if (fileId === undefined) return
  const { tx, organizationId } = work
  const others = await messagesMentioning(tx, organizationId, conversationId, fileId, 0)
  if (others.length > 0) return
  await unlinkFile(tx, organizationId, fileId, conversationId)
  // What a quick reply sends along goes on being sent, and what was saved stays with those who saved it.
  await withdrawUnshown(work, fileId)
}

/** What it shows, be it the picture of a page to which it leads. */
const fileIn = (body: Message['body']): FileId | undefined => {
  if (body.kind === 'text') return body.preview?.picture?.fileId
  return body.kind === 'image' || body.kind === 'file' ? body.fileId : undefined
}
