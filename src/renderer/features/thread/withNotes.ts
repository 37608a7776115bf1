import type { SessionNote } from '../../../protocol/model/index.ts'
import type { ThreadItem } from './items.ts'

/**
 * The rows of a thread with what colleagues noted beside its sessions, each where it was written.
 *
 * `more`: older messages are not here yet; notes from before the first one wait for them.
 */
export const withNotes = (
  items: readonly ThreadItem[],
  notes: readonly SessionNote[],
  more: boolean,
): readonly ThreadItem[] => {
  if (notes.length === 0) return items
  const times = items.map((item) => ('message' in item ? item.message.at : null))
  const first = times.find((at) => at !== null) ?? null
  let later = Infinity
  const reached = times
    .toReversed()
    .map((at) => (later = at ?? later))
    .toReversed()
  const shown = notes
    .filter(({ at }) => !more || (first !== null && at >= first))
    .toSorted((a, b) => a.at - b.at)
  const rows: ThreadItem[] = []
  let next = 0
  const take = (before: number): void => {
    for (let note = shown[next]; note && note.at < before; note = shown[next]) {
      rows.push({ kind: 'note', key: `note-${note.id}`, note })
      next += 1
    }
  }
  for (const [index, item] of items.entries()) {
    // Lines that lead to a message stand with it; what waits to be sent comes last.
    take(reached[index] ?? Infinity)
    rows.push(item)
  }
  take(Infinity)
  return rows
}
