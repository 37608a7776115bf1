import type { ConversationId } from '../../../protocol/model/index.ts'
import { keepOpen, useKeptOpenOf } from '../../core/index.ts'

/** In which conversation a note to colleagues is being written instead of an answer; null: in none. */
export const useNoting = (): ConversationId | null => useKeptOpenOf<ConversationId>('noting')[0]

export const setNoting = (conversationId: ConversationId | null): void => {
  keepOpen('noting', conversationId)
}
