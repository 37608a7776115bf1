import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'

/** What of the list is compared when the connection is back. */
export type Seen = ReadonlyMap<ConversationId, Pick<ConversationRow, 'unread' | 'sessionState'>>

/** What happened while nobody here could see it. */
export interface Summary {
  readonly messages: number
  /** Customers who were given to the agent. */
  readonly given: number
  /** Sessions that are the agent's no more. */
  readonly ended: number
}

export const seenIn = (rows: readonly ConversationRow[]): Seen =>
  new Map(rows.map(({ id, unread, sessionState }) => [id, { unread, sessionState }]))

/** Null: nothing that has to be told. */
export const summaryOf = (before: Seen, after: Seen): Summary | null => {
  let [messages, given, ended] = [0, 0, 0]
  for (const [id, now] of after) {
    const then = before.get(id)
    messages += Math.max(0, now.unread - (then?.unread ?? 0))
    if (now.sessionState === 'assigned' && then?.sessionState !== 'assigned') given += 1
    if (isRunning(then) && !isRunning(now)) ended += 1
  }
  for (const [id, then] of before) if (!after.has(id) && isRunning(then)) ended += 1
  return messages + given + ended > 0 ? { messages, given, ended } : null
}

const isRunning = (row: Pick<ConversationRow, 'sessionState'> | undefined): boolean =>
  row?.sessionState === 'assigned' || row?.sessionState === 'active'
