import { previewOf } from '../../../domain/messages/previewOf.ts'
import type { EventPayload } from '../../../protocol/events/index.ts'
import type { Message, MessageId } from '../../../protocol/model/index.ts'
import { entriesNaming, replacePayload, type LogRow } from '../../db/logRows.ts'
import { findMessage, messagesByIds, rowToMessage } from '../../db/messages.ts'
import { recalledBodyOf } from '../../db/recalledMessages.ts'
import type { Work } from '../../engine/work.ts'

/**
 * Takes what a recalled message said out of the log, so that nobody who catches up is told it: of the message, of those
 * that quoted it, and of the rows of the pool that showed it.
 *
 * It follows the recall a moment later: the entries of one batch are written at its end.
 */
export const eraseRecalled = async (work: Work, messageId: MessageId): Promise<void> => {
  const { tx, organizationId } = work
  const row = await findMessage(tx, organizationId, messageId)
  const body = await recalledBodyOf(tx, organizationId, messageId)
  if (!row || !body) return
  const message = rowToMessage(row)
  const shown = previewOf({ ...message, body }).text
  const entries = await entriesNaming(tx, organizationId, message)
  const sent = entries.filter(isMessage)
  const now = await messagesByIds(
    tx,
    organizationId,
    sent.map((entry) => messageOf(entry).id),
  )
  const byId = new Map(now.map((one) => [one.id, one]))
  for (const entry of entries) {
    const payload = isMessage(entry)
      ? { message: byId.get(messageOf(entry).id) }
      : withoutText(entry, message, shown)
    if (payload) await replacePayload(tx, organizationId, entry.revision, JSON.stringify(payload))
  }
  work.signal({ kind: 'log-rewritten' })
}

const isMessage = ({ event }: LogRow): boolean => event === 'message.sent' || event === 'message.annotated'

const messageOf = ({ payload }: LogRow): Message =>
  (JSON.parse(payload) as EventPayload<'message.sent'>).message

/** Undefined: this row of the pool showed something else. */
const withoutText = (
  { payload }: LogRow,
  { conversationId }: Message,
  shown: string,
): EventPayload<'pool.changed'> | undefined => {
  const { entry } = JSON.parse(payload) as EventPayload<'pool.changed'>
  if (entry.conversationId !== conversationId || entry.lastText !== shown) return undefined
  const { lastKind: _lastKind, ...rest } = entry
  return { entry: { ...rest, lastText: '' } }
}
