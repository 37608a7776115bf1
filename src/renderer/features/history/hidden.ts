import { createContext, useContext } from 'react'

import type { ForgottenThread } from '../../../client/api.ts'
import type { ConversationId, Message } from '../../../protocol/model/index.ts'

/** What was deleted on this device and is not to be seen. */
export type Hidden = readonly ForgottenThread[]

const NOTHING: Hidden = []

/** What is hidden within; nothing, where all that the server has is shown. */
export const HiddenContext = createContext(NOTHING)

export const useHidden = (): Hidden => useContext(HiddenContext)

export const hiddenOf = (hidden: Hidden, conversationId: ConversationId): ForgottenThread | null =>
  hidden.find((one) => one.conversationId === conversationId) ?? null

export const isHidden = (hidden: Hidden, { conversationId, seq, at }: Message): boolean => {
  const thread = hiddenOf(hidden, conversationId)
  return thread !== null && seq <= thread.seq && at <= thread.at
}

/**
 * The first message of each day that is to be seen; null: the day has none. `later`: the first one after all of them.
 *
 * A day in which the deletion falls begins behind it, if something was said then before the next day with messages.
 */
export const seenDays = (
  days: readonly (number | null)[],
  later: number | null,
  hidden: ForgottenThread | null,
): readonly (number | null)[] => {
  if (!hidden) return days
  const first = hidden.seq + 1
  return days.map((seq, index) => {
    if (seq === null || seq >= first) return seq
    const next = days.slice(index + 1).find((day) => day !== null) ?? later
    return next === null || next > first ? first : null
  })
}
