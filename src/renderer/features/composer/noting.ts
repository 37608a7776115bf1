import { create } from 'zustand'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { forgetWithAgent } from '../../core/index.ts'

/** In which conversation a note to colleagues is being written instead of an answer; null: in none. */
export const useNoting = create<{ readonly conversationId: ConversationId | null }>()(() => ({
  conversationId: null,
}))

export const setNoting = (conversationId: ConversationId | null): void => {
  useNoting.setState({ conversationId })
}

forgetWithAgent(() => {
  setNoting(null)
})
