import { useEffect, useSyncExternalStore } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'

/** Tells colleagues that this customer is open here, for as long as somebody can see it (R-03-186). */
export const useViewing = (conversationId: ConversationId | null): void => {
  const run = useRun()
  const isHidden = useSyncExternalStore(subscribe, () => document.hidden)
  const seen = isHidden ? null : conversationId
  useEffect(() => {
    void run('conversation.view', { conversationId: seen })
  }, [run, seen])
}

const subscribe = (listener: () => void): (() => void) => {
  document.addEventListener('visibilitychange', listener)
  return () => {
    document.removeEventListener('visibilitychange', listener)
  }
}
