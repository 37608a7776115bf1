import { useEffect, useEffectEvent } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'

/** Farther back nobody waits for the way there; the message history shows such a place at once. */
export const FARTHEST = 3000

/** Fetches older messages, page by page, as long as one of them is looked for and not here. `have`: how many are. */
export const useReach = (conversationId: ConversationId, missing: boolean, have: number): void => {
  const run = useRun()
  const fetchPage = useEffectEvent((): void => {
    // A failure ends it: the thread is shown as far as it is here.
    if (missing) void run('history.load', { conversationId })
  })
  useEffect(() => {
    fetchPage()
  }, [missing, have])
}
