import { create } from 'zustand'

import type { ConversationId } from '../../../protocol/model/index.ts'

/** What other places hand to the composer of a conversation: a text to go on with, files dropped beside it. */
interface Handed {
  readonly conversationId: ConversationId
  readonly text: string
  readonly files: readonly File[]
}

interface ComposerState {
  readonly handed: Handed | null
}

export const useHanded = create<ComposerState>()(() => ({ handed: null }))

export const insertText = (conversationId: ConversationId, text: string): void => {
  useHanded.setState({ handed: { conversationId, text, files: [] } })
}

export const attachFiles = (conversationId: ConversationId, files: readonly File[]): void => {
  useHanded.setState({ handed: { conversationId, text: '', files } })
}
