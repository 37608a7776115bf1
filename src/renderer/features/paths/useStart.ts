import { useState } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'

interface Refused {
  readonly code: string
  readonly text: string
  readonly conversationId: ConversationId
}

/** Begins to talk to the customer another way: the conversation enters one's list and is opened. */
export const useStart = (onOpen: (id: ConversationId) => void) => {
  const run = useRun()
  const errorText = useErrorText()
  const [refusal, setRefusal] = useState<Refused | null>(null)
  return {
    refusal,
    dismiss: () => {
      setRefusal(null)
    },
    start: async (conversationId: ConversationId): Promise<void> => {
      const answer = await run('conversation.start', { conversationId })
      setRefusal(
        answer.ok
          ? null
          : { code: answer.code, text: errorText(answer.code, answer.details), conversationId },
      )
      if (answer.ok) onOpen(conversationId)
    },
  }
}
