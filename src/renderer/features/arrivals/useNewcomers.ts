import { useEffect, useEffectEvent } from 'react'

import type { ConversationRow } from '../../../client/api.ts'
import { OPENED_SESSIONS_LIMIT, type ConversationId } from '../../../protocol/model/index.ts'
import { useAgentSetting } from '../settings/index.ts'

/**
 * Who was given to this agent and has been neither opened on any of their devices nor answered (R-03-030).
 *
 * `running` are those in session; undefined while they are not known. Which sessions were opened follows the agent: a
 * later session of the same customer is new again.
 */
export const useNewcomers = (
  running: readonly ConversationRow[] | undefined,
  openId: ConversationId | null,
): ReadonlySet<ConversationId> => {
  const { value: opened, known, save } = useAgentSetting('openedSessions')
  const assigned = running?.filter(({ sessionState }) => sessionState === 'assigned') ?? []
  const openNow = assigned.find(({ id }) => id === openId)?.sessionId ?? null
  const toNote = known && openNow !== null && !opened.includes(openNow) ? openNow : null
  const note = useEffectEvent((): void => {
    // What was answered or has ended meanwhile cannot be new any more.
    const still = opened.filter((one) => assigned.some(({ sessionId }) => sessionId === one))
    if (toNote !== null) save([...still, toNote].slice(-OPENED_SESSIONS_LIMIT))
  })
  useEffect(() => {
    note()
  }, [toNote])
  if (!known) return NOBODY
  return new Set(
    assigned
      .filter(({ id, sessionId }) => id !== openId && sessionId !== null && !opened.includes(sessionId))
      .map(({ id }) => id),
  )
}

const NOBODY: ReadonlySet<ConversationId> = new Set()
