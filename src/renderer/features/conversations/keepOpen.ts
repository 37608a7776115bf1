import type { ConversationRow } from '../../../client/api.ts'

/** The rows with the open one among them in its place, also when it does not match any more (R-03-047). */
export const keepOpen = (
  rows: readonly ConversationRow[],
  open: ConversationRow | undefined,
): readonly ConversationRow[] => {
  if (!open || rows.some(({ id }) => id === open.id)) return rows
  const after = rows.findIndex((row) => isBefore(open, row))
  return after < 0 ? [...rows, open] : rows.toSpliced(after, 0, open)
}

const isBefore = (a: ConversationRow, b: ConversationRow): boolean => {
  if (a.pinned !== b.pinned) return a.pinned
  if (a.reminded !== b.reminded) return a.reminded
  return a.rank === b.rank ? a.at > b.at : a.rank > b.rank
}
