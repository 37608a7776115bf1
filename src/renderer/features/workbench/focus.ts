import { useLayoutEffect, useRef } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'

/** In the order of reading; panels that lie over the columns come where they are opened from. */
const AREAS = [
  'top',
  'categories',
  'list',
  'thread',
  'composer',
  'customer',
  'pool',
  'contacts',
  'visitors',
  'status',
] as const

export interface FocusSteps {
  readonly nextArea: () => void
  readonly focusList: () => void
  readonly focusComposer: () => void
}

const areaElement = (name: (typeof AREAS)[number]): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-area="${name}"]`)

const enter = (name: (typeof AREAS)[number]): boolean => {
  const area = areaElement(name)
  if (!area) return false
  // What scrolls by its own keys is entered itself; it has too many buttons for its first to mean anything.
  if (name === 'thread') {
    area.focus()
    return true
  }
  const first =
    name === 'composer'
      ? area.querySelector<HTMLElement>('textarea')
      : (area.querySelector<HTMLElement>('[role="option"][tabindex="0"]') ??
        area.querySelector<HTMLElement>('button, input, [tabindex="0"]'))
  ;(first ?? area).focus()
  return true
}

/** Moves the focus between the areas of the window, for those who use no mouse. */
export const focusSteps: FocusSteps = {
  nextArea: () => {
    const present = AREAS.filter((name) => areaElement(name)?.checkVisibility())
    const now = present.findIndex((name) => areaElement(name)?.contains(document.activeElement))
    const next = present[(now + 1) % present.length]
    if (next) enter(next)
  },
  focusList: () => {
    enter('list')
  },
  focusComposer: () => {
    enter('composer')
  },
}

/**
 * Answers a function that puts the focus into the composer of a conversation, now or once that one is shown.
 *
 * `openId` is the one that was open when the window was loaded: there one goes on writing, unless one has begun elsewhere.
 */
export const useComposerFocus = (
  shownId: ConversationId | null,
  openId: ConversationId | null,
): ((id: ConversationId) => void) => {
  const wanted = useRef(openId)
  const restoring = useRef(true)
  useLayoutEffect(() => {
    if (wanted.current === null || wanted.current !== shownId) return
    wanted.current = null
    if (!restoring.current || document.activeElement === document.body) enter('composer')
  }, [shownId])
  return (id) => {
    restoring.current = false
    if (id === shownId) enter('composer')
    else wanted.current = id
  }
}
