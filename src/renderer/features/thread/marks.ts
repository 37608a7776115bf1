import { createContext } from 'react'

import type { ConversationId, Tag } from '../../../protocol/model/index.ts'

/** Whose words these are, so that what stands in them can be kept; null: nothing can be kept from here. */
export interface Markable {
  readonly conversationId: ConversationId
  readonly tags: readonly Tag[]
}

export const MarkableContext = createContext<Markable | null>(null)
