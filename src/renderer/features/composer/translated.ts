import { create } from 'zustand'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { forgetWithAgent } from '../../core/index.ts'

/** What was written, and into which language it was translated. */
export interface Translated {
  readonly original: string
  readonly language: string
}

const useStore = create<{ readonly of: ReadonlyMap<ConversationId, Translated> }>()(() => ({
  of: new Map(),
}))

forgetWithAgent(() => {
  useStore.setState({ of: new Map() })
})

/** What was written here before it was translated, until it is sent or taken back. */
export const useTranslated = (conversationId: ConversationId): Translated | undefined =>
  useStore(({ of }) => of.get(conversationId))

/** Null: nothing is shown of it any more. */
export const noteTranslated = (conversationId: ConversationId, translated: Translated | null): void => {
  const of = new Map(useStore.getState().of)
  if (translated) of.set(conversationId, translated)
  else of.delete(conversationId)
  useStore.setState({ of })
}
