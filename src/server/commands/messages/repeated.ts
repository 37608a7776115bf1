import { ok, refuse, type Result } from '../../../base/result.ts'
import { withoutAnnotations } from '../../../domain/messages/annotations.ts'
import type {
  AgentId,
  ConversationId,
  CustomerId,
  MessageBody,
  MessageId,
} from '../../../protocol/model/index.ts'
import { findMessage } from '../../db/messages.ts'
import { TakeBack } from '../../engine/takeBack.ts'
import type { Work } from '../../engine/work.ts'

/** A message as it was sent, for recognising it when it is sent again. */
export interface SentMessage {
  readonly id: MessageId
  readonly conversationId: ConversationId
  readonly senderId: AgentId | CustomerId
  readonly bodyText: string
}

/**
 * Sends a message by `write`, which is refused or finds the id taken if it was sent before; then the first answer holds,
 * whatever has happened since (R-06-061).
 *
 * The row itself keeps the id, for as long as there is a message. It is looked for only when something speaks against the
 * message: nearly every message is new, and its insert finds out anyway.
 */
export const sendOnce = async <Code extends string>(
  work: Work,
  sent: SentMessage,
  write: () => Promise<Result<{ seq: number; at: number }, Code> | 'id-taken'>,
): Promise<Result<{ seq: number; at: number }, Code | 'idempotency-conflict'>> => {
  const result = await write()
  if (result === 'id-taken') {
    throw new TakeBack(async () => (await firstAnswer(work, sent)) ?? refuse('idempotency-conflict'))
  }
  return result.ok ? result : ((await firstAnswer(work, sent)) ?? result)
}

const firstAnswer = async (
  work: Work,
  sent: SentMessage,
): Promise<Result<{ seq: number; at: number }, 'idempotency-conflict'> | undefined> => {
  const row = await findMessage(work.tx, work.organizationId, sent.id)
  if (!row) return undefined
  const same =
    row.conversation_id === sent.conversationId &&
    row.sender_id === sent.senderId &&
    isSaid(row.body, sent.bodyText)
  return same ? ok({ seq: row.seq, at: row.at }) : refuse('idempotency-conflict')
}

/** What was quoted or made of it came from here, not from its author; what was recalled since cannot be compared any more. */
const isSaid = (stored: string, bodyText: string): boolean => {
  if (stored === bodyText) return true
  const body = withoutAnnotations(JSON.parse(stored) as MessageBody)
  if (body.kind === 'recalled' || JSON.stringify(body) === bodyText) return true
  return body.kind === 'text' && JSON.stringify({ kind: body.kind, text: body.text }) === bodyText
}
