import { mayTextAlone } from '../../../domain/paths/replies.ts'
import type { Channel, ConversationId, MessageBody, SessionId } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import type { Work } from '../../engine/work.ts'
import { pathOfRow } from '../faces/pathOfRow.ts'
import { appendLine, type Thread } from './thread.ts'

/** Where a text that nobody writes would go. */
export interface TextPlace {
  readonly channel: Channel
  readonly sessionId: SessionId | null
}

/**
 * Puts a text that nobody writes into the thread. Where few replies are left it is withheld, so that a person can still
 * answer (R-02-289): false.
 */
export const appendText = async (
  work: Work,
  thread: Thread,
  { channel, sessionId }: TextPlace,
  code: Extract<MessageBody, { kind: 'system' }>['code'],
  params: Readonly<Record<string, string>> = {},
): Promise<boolean> => {
  if (!(await mayText(work, thread.id, channel))) return false
  await appendLine(work, thread, sessionId, code, params)
  return true
}

/** Nothing is read where replies are not counted. */
const mayText = async (work: Work, id: ConversationId, channel: Channel): Promise<boolean> => {
  const { pathReplies } = (await work.directory()).organization.reception
  if (!Object.entries(pathReplies).some(([counted, most]) => counted === channel && most !== null))
    return true
  const row = await findConversation(work.tx, work.organizationId, id)
  return row !== undefined && mayTextAlone(await pathOfRow(work, row))
}
