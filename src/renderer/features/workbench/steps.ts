import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'

/** The conversation `by` rows below the open one; from nothing, the first or the last. */
export const neighbour = (
  rows: readonly ConversationRow[],
  openId: ConversationId | null,
  by: 1 | -1,
): ConversationId | null => {
  const at = rows.findIndex(({ id }) => id === openId)
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + by))
  return rows[next]?.id ?? null
}

/** Where an agent goes on after a conversation that leaves the list from that place: who waits longest, else the next row. */
export const nextAfter = (
  rows: readonly ConversationRow[],
  leftId: ConversationId,
  place: number,
): ConversationId | null => {
  const others = rows.filter(({ id }) => id !== leftId)
  return longestWaiting(others, null) ?? others[Math.min(place, others.length - 1)]?.id ?? null
}

/** Whose customer has been waiting for an answer longest, the open one left out. */
export const longestWaiting = (
  rows: readonly ConversationRow[],
  openId: ConversationId | null,
): ConversationId | null => {
  let found: ConversationRow | null = null
  for (const row of rows) {
    if (row.waitingSince === null || row.id === openId) continue
    if (found === null || row.waitingSince < (found.waitingSince ?? 0)) found = row
  }
  return found?.id ?? null
}
