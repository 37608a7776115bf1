import type { ConversationId, Message } from '../../../protocol/model/index.ts'
import { insertMessage } from '../../store/messages.ts'
import type { Batch } from './batch.ts'

/**
 * Puts a thread in place with the messages that came with it.
 *
 * Where the newest of them is missing the thread begins as far as they go, and the rest is a gap to be fetched.
 */
export const placeWithMessages = <Thread extends { readonly id: ConversationId; readonly lastSeq: number }>(
  batch: Batch,
  thread: Thread,
  messages: readonly Message[],
  place: (thread: Thread, messages: readonly Message[]) => void,
): void => {
  const own = messages.toSorted((a, b) => a.seq - b.seq)
  for (const message of own) {
    insertMessage(batch.db, message)
    if (message.sender.kind === 'agent') batch.sent.push(message.id)
  }
  const last = own.at(-1)
  const complete = !last || last.seq >= thread.lastSeq
  place(complete ? thread : { ...thread, lastSeq: last.seq }, own)
  if (!complete) batch.skip(thread.id, thread.lastSeq)
}
