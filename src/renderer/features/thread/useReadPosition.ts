import { useEffect } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'

/** How long the newest message must have been in view, in a window that has the focus (R-03-050). */
const SEEN_MS = 500

/** Moves the own read position to the newest message once it has really been seen. */
export const useReadPosition = (
  conversationId: ConversationId,
  lastSeq: number,
  readSeq: number | null,
  atEnd: boolean,
): void => {
  const run = useRun()
  useEffect(() => {
    if (readSeq === null || readSeq >= lastSeq || !atEnd) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      clearTimeout(timer)
      if (!document.hasFocus() || document.visibilityState !== 'visible') return
      timer = setTimeout(() => {
        void run('read.advance', { conversationId, seq: lastSeq })
      }, SEEN_MS)
    }
    look()
    window.addEventListener('focus', look)
    window.addEventListener('blur', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('focus', look)
      window.removeEventListener('blur', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [conversationId, lastSeq, readSeq, atEnd, run])
}
