import { create } from 'zustand'

import type { ConversationId, MessageId, Quote } from '../../../protocol/model/index.ts'

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

export const insertText = (
  conversationId: ConversationId,
  text: string,
  files: readonly File[] = [],
): void => {
  useHanded.setState({ handed: { conversationId, text, files } })
}

export const attachFiles = (conversationId: ConversationId, files: readonly File[]): void => {
  useHanded.setState({ handed: { conversationId, text: '', files } })
}

/** What the next answer of a conversation quotes. */
export interface Quoting {
  readonly quote: Quote
  readonly author: string
}

/** Stays while another conversation is open, as the draft does. */
export const useQuoting = create<{ readonly byConversation: ReadonlyMap<ConversationId, Quoting> }>()(() => ({
  byConversation: new Map(),
}))

export const quoteNext = (conversationId: ConversationId, quote: Quote, author: string): void => {
  useQuoting.setState(({ byConversation }) => ({
    byConversation: new Map(byConversation).set(conversationId, { quote, author }),
  }))
  // The answer is written next.
  insertText(conversationId, '')
}

/** `only`: if it quotes one of these. */
export const dropQuote = (conversationId: ConversationId, only?: readonly MessageId[]): void => {
  const { byConversation } = useQuoting.getState()
  const quoting = byConversation.get(conversationId)
  if (!quoting || (only && !only.includes(quoting.quote.messageId))) return
  useQuoting.setState({
    byConversation: new Map([...byConversation].filter(([id]) => id !== conversationId)),
  })
}
