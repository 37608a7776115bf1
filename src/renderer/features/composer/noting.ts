import { create } from 'zustand'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { forgetWithAgent, keepInTab, readInTab } from '../../core/index.ts'

/** In which conversation a note to colleagues is being written instead of an answer; null: in none. */
export const useNoting = create<{ readonly conversationId: ConversationId | null }>()(() => {
  const { noting } = readInTab('asking')
  return { conversationId: typeof noting === 'string' ? (noting as ConversationId) : null }
})

export const setNoting = (conversationId: ConversationId | null): void => {
  useNoting.setState({ conversationId })
  keepInTab('asking', { ...readInTab('asking'), noting: conversationId })
}

forgetWithAgent(() => {
  setNoting(null)
})
