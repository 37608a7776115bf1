import type { ConversationId } from '../../../protocol/model/index.ts'
import { keepInTab, readInTab } from '../../core/index.ts'

/** Where somebody was in a thread: the first message that was seen, and how far below the edge it began. */
export interface Place {
  readonly seq: number
  readonly below: number
}

/** Of the page before the reload; gone with the first thread that is left. */
let before: (Place & { readonly conversationId: string }) | null = (() => {
  const { conversationId, seq, below } = readInTab('thread')
  return typeof conversationId === 'string' && typeof seq === 'number' && typeof below === 'number'
    ? { conversationId, seq, below }
    : null
})()

/** Where the reload has to go on; null: at the end, as usual. */
export const placeBefore = (conversationId: ConversationId): Place | null =>
  before?.conversationId === conversationId ? before : null

export const forgetPlace = (): void => {
  before = null
}

/** Null: at the end. */
export const keepPlace = (conversationId: ConversationId, place: Place | null): void => {
  keepInTab('thread', place ? { conversationId, ...place } : {})
}
