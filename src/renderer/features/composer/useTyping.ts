import { useEffect, useRef } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'

/** At most one signal in this time (R-06-095). */
const EVERY_MS = 3000

/** Tells the customer that somebody is writing; the function returned says so, or that it ended. */
export const useTyping = (conversationId: ConversationId): ((on: boolean) => void) => {
  const run = useRun()
  const told = useRef<number | null>(null)
  const tell = (on: boolean): void => {
    const now = performance.now()
    if (on && told.current !== null && now - told.current < EVERY_MS) return
    if (!on && told.current === null) return
    told.current = on ? now : null
    void run('typing.set', { conversationId, on })
  }
  useEffect(
    () => () => {
      if (told.current !== null) void run('typing.set', { conversationId, on: false })
    },
    [conversationId, run],
  )
  return tell
}
