import { useRef, type KeyboardEvent } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useAsk, useRun } from '../../core/index.ts'

export interface Recall {
  /** What was sent, or is about to be replaced. */
  readonly keep: (text: string) => void
  /** The field says something else now; what is deleted is kept too. */
  readonly follow: (text: string) => void
  /** True: the key was for this. */
  readonly onKey: (event: KeyboardEvent<HTMLTextAreaElement>, text: string) => boolean
}

/** A few letters are not worth keeping. */
const SHORTEST = 2

/** ↑ in an empty field brings back what was written in this conversation, one after the other; ↓ goes back (R-03-097). */
export const useRecall = (conversationId: ConversationId, onText: (text: string) => void): Recall => {
  const run = useRun()
  const ask = useAsk()
  // The longest the text has been since the field was empty: what is lost when it is deleted letter by letter.
  const longest = useRef('')
  const shown = useRef<{ texts: readonly string[]; index: number } | null>(null)

  const keep = (text: string): void => {
    longest.current = ''
    if (text.trim().length >= SHORTEST) void run('written.keep', { conversationId, text: text.trim() })
  }
  const show = (texts: readonly string[], index: number): void => {
    shown.current = { texts, index }
    onText(texts[index] ?? '')
  }

  return {
    keep,
    follow: (text) => {
      shown.current = null
      if (text === '') keep(longest.current)
      else if (text.length > longest.current.length) longest.current = text
    },
    onKey: (event, text) => {
      if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false
      const { texts = [], index = -1 } = shown.current ?? {}
      const recalled = shown.current !== null && text === texts[index]
      if (event.key === 'ArrowUp' && text === '' && !recalled) {
        void ask('written.list', { conversationId }).then((found) => {
          if (found.length > 0) show(found, 0)
        })
      } else if (event.key === 'ArrowUp' && recalled) {
        if (index + 1 < texts.length) show(texts, index + 1)
      } else if (event.key === 'ArrowDown' && recalled) show(texts, index - 1)
      else return false
      event.preventDefault()
      return true
    },
  }
}
