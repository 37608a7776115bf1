import { create } from 'zustand'

import type {
  ConversationId,
  MessageId,
  QuickReply,
  QuickReplyFile,
  Quote,
} from '../../../protocol/model/index.ts'
import { forgetWithAgent } from '../../core/index.ts'
import type { Given } from '../thread/index.ts'
import { setNoting } from './noting.ts'

/** What other places hand to the composer of a conversation: a text to go on with, what it answers, files dropped beside it. */
interface Handed {
  readonly conversationId: ConversationId
  readonly text: string
  readonly files: readonly (File | QuickReplyFile)[]
  readonly quote?: Quote | null
  readonly reply?: QuickReply
}

interface ComposerState {
  readonly handed: Handed | null
}

export const useHanded = create<ComposerState>()(() => ({ handed: null }))

forgetWithAgent(() => {
  useHanded.setState({ handed: null })
})

/** It belongs into an answer: who writes a note there is done with it for now. */
const hand = (handed: Handed): void => {
  setNoting(null)
  useHanded.setState({ handed })
}

/** What was written before; what it quoted is quoted again, unless something else is by now. */
export const giveBack = (conversationId: ConversationId, given: Given): void => {
  hand({ conversationId, ...given })
}

/** Puts a quick reply where the cursor is, with its files. */
export const handReply = (conversationId: ConversationId, reply: QuickReply): void => {
  hand({ conversationId, text: '', files: [], reply })
}

export const attachFiles = (conversationId: ConversationId, files: readonly File[]): void => {
  hand({ conversationId, text: '', files })
}

/** The next answer quotes this message. */
export const quoteNext = (conversationId: ConversationId, quote: Quote): void => {
  hand({ conversationId, text: '', files: [], quote })
}

/** Messages that were taken back: they cannot be quoted any more. */
export const useUnquotable = create<{ readonly ids: ReadonlySet<MessageId> }>()(() => ({ ids: new Set() }))

export const noteRecalled = (recalled: readonly MessageId[]): void => {
  const { ids } = useUnquotable.getState()
  if (recalled.some((id) => !ids.has(id))) useUnquotable.setState({ ids: new Set([...ids, ...recalled]) })
}
