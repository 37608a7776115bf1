import { useEffect, useState } from 'react'

import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { keepInTab, readInTab } from '../../core/index.ts'
import { assignedIn } from './arrived.ts'

/**
 * Who was given to this agent and has been neither opened in this window, nor read on another device, nor answered
 * (R-03-030).
 *
 * `running` are those in session; undefined while they are not known. Whom one opened is known over a reload.
 */
export const useNewcomers = (
  running: readonly ConversationRow[] | undefined,
  openId: ConversationId | null,
): ReadonlySet<ConversationId> => {
  const [opened, setOpened] = useState(openedBefore)
  useEffect(() => {
    keepInTab('newcomers', { opened: [...opened] })
  }, [opened])
  if (!running) return NOBODY
  const assigned = assignedIn(running)
  // Forgotten with the answer: a later session of theirs is new again.
  // Whoever has said nothing yet has nothing that could be unread.
  const read = new Set(
    running.filter(({ unread, waitingSince }) => unread === 0 && waitingSince !== null).map(({ id }) => id),
  )
  const kept = [...assigned].filter((id) => id === openId || opened.has(id) || read.has(id))
  if (kept.length !== opened.size || kept.some((id) => !opened.has(id))) setOpened(new Set(kept))
  return new Set([...assigned].filter((id) => !kept.includes(id)))
}

const NOBODY: ReadonlySet<ConversationId> = new Set()

const openedBefore = (): ReadonlySet<ConversationId> => {
  const { opened } = readInTab('newcomers')
  return new Set(Array.isArray(opened) ? (opened as ConversationId[]) : [])
}
