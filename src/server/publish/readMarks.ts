/** How far agents have read, for customers whose entry shows it (R-06-094). */
import type { ConversationId, ListEntry, Message } from '../../protocol/model/index.ts'
import type { LogItem } from './logItem.ts'

export interface ReadMark {
  readonly conversationId: ConversationId
  readonly seq: number
}

/** What an entry of the log tells of it: an agent has read on, or has written and so read what was before. */
export const readMarkIn = (item: LogItem): ReadMark | undefined => {
  if (item.event === 'list-entry.changed') {
    const { entry } = item.payload() as { entry: ListEntry }
    return { conversationId: entry.conversationId, seq: entry.readSeq }
  }
  if (item.event !== 'message.sent') return undefined
  const { message } = item.payload() as { message: Message }
  return message.sender.kind === 'agent'
    ? { conversationId: message.conversationId, seq: message.seq }
    : undefined
}

export const readFrame = (seq: number): string => JSON.stringify({ t: 'read', seq })
