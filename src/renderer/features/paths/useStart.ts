import { useState } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'

/** Begins to talk to the customer another way: the conversation enters one's list and is opened. */
export const useStart = (onOpen: (id: ConversationId) => void) => {
  const run = useRun()
  const errorText = useErrorText()
  const [failure, setFailure] = useState<string | null>(null)
  return {
    failure,
    dismiss: () => {
      setFailure(null)
    },
    start: async (conversationId: ConversationId): Promise<void> => {
      const answer = await run('conversation.start', { conversationId })
      setFailure(answer.ok ? null : errorText(answer.code, answer.details))
      if (answer.ok) onOpen(conversationId)
    },
  }
}
