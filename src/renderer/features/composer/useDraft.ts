import { useEffect, useEffectEvent, useRef, useState } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'

const SAVE_AFTER_MS = 600

export interface Draft {
  readonly text: string
  readonly setText: (text: string) => void
}

/**
 * The text of one composer, kept on disk.
 *
 * It is saved a moment after the last key, and at once when the conversation or the page is left. What was typed here
 * goes before what the disk says: a late answer never replaces it.
 */
export const useDraft = (conversationId: ConversationId): Draft => {
  const run = useRun()
  const kept = useQuery('draft.get', { conversationId })
  const [typed, setTyped] = useState<string | null>(null)
  const unsaved = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const save = useEffectEvent((): void => {
    clearTimeout(timer.current)
    if (unsaved.current === null) return
    const text = unsaved.current
    unsaved.current = null
    void run('draft.save', { conversationId, text })
  })

  useEffect(() => {
    const onHide = (): void => {
      save()
    }
    window.addEventListener('pagehide', onHide)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      window.removeEventListener('pagehide', onHide)
      document.removeEventListener('visibilitychange', onHide)
      onHide()
    }
  }, [])

  useEffect(() => {
    if (typed === null) return
    unsaved.current = typed
    timer.current = setTimeout(() => {
      save()
    }, SAVE_AFTER_MS)
    return () => {
      clearTimeout(timer.current)
    }
  }, [typed])

  return { text: typed ?? kept?.text ?? '', setText: setTyped }
}
