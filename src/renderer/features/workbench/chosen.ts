import { flushSync } from 'react-dom'

import type { ConversationId } from '../../../protocol/model/index.ts'
import type { AllAnswered } from '../../core/index.ts'

/** So long the former conversation stays as it is while the next one is read; nobody sees it leave for a shorter time. */
const PATIENCE_MS = 40

/** Whatever an agent may do to the former conversation. */
const DEEDS = ['keydown', 'beforeinput', 'pointerdown', 'click', 'paste', 'drop'] as const

interface Chosen {
  get(): ConversationId | null
  listen(listener: () => void): () => void
}

/**
 * Follows what was chosen; `ask` tells whether all that is seen of a conversation is here.
 *
 * What is asked of the core is mostly here within a frame. Following the choice at once, the window would be rendered and
 * painted twice: for the former conversation that nothing may be done to any more, and for the next one. So it waits a
 * moment for the answers, and not any longer than until the next key or click, which must not reach the former one.
 */
export const createChosen = (choice: Chosen, ask: (id: ConversationId) => AllAnswered): Chosen => {
  const listeners = new Set<() => void>()
  let shown = choice.get()
  let stopWaiting = (): void => undefined

  const show = (): void => {
    stopWaiting()
    const next = choice.get()
    if (next === shown) return
    shown = next
    for (const listener of [...listeners]) listener()
  }
  const wait = (answers: AllAnswered): void => {
    const onDeed = (): void => {
      flushSync(show)
    }
    const unlisten = answers.listen(() => {
      if (answers.get()) show()
    })
    const timer = setTimeout(show, PATIENCE_MS)
    for (const deed of DEEDS) addEventListener(deed, onDeed, { capture: true })
    stopWaiting = () => {
      stopWaiting = () => undefined
      unlisten()
      clearTimeout(timer)
      for (const deed of DEEDS) removeEventListener(deed, onDeed, { capture: true })
    }
  }
  const follow = (): void => {
    stopWaiting()
    const next = choice.get()
    if (next === shown) return
    const answers = next === null ? null : ask(next)
    if (answers && !answers.get()) wait(answers)
    else show()
  }

  let unfollow = (): void => undefined
  return {
    get: () => shown,
    listen: (listener) => {
      if (listeners.size === 0) {
        unfollow = choice.listen(follow)
        follow()
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        unfollow()
        stopWaiting()
      }
    },
  }
}
