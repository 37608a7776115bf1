import { useState } from 'react'

import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { assignedIn } from './arrived.ts'

/** Who was given to this agent and has been neither opened in this window nor answered; `running` are those in session. */
export const useNewcomers = (
  running: readonly ConversationRow[],
  openId: ConversationId | null,
): ReadonlySet<ConversationId> => {
  const [opened, setOpened] = useState<ReadonlySet<ConversationId>>(new Set())
  const assigned = assignedIn(running)
  // Forgotten with the answer: a later session of theirs is new again.
  const kept = [...assigned].filter((id) => id === openId || opened.has(id))
  if (kept.length !== opened.size || kept.some((id) => !opened.has(id))) setOpened(new Set(kept))
  return new Set([...assigned].filter((id) => !kept.includes(id)))
}
