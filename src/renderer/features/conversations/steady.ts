/**
 * A list that does not move under the pointer.
 *
 * While it is held, each row keeps its place and shows its newest content; what would have moved or come in is counted.
 * A row that went away meanwhile stays as it was, because taking it out would move those below it.
 */
export interface SteadyRow {
  readonly id: string
  readonly at: number
}

export interface Steady<R> {
  readonly rows: readonly R[]
  readonly changed: number
}

export const steady = <R extends SteadyRow>(latest: readonly R[], held: readonly R[] | null): Steady<R> => {
  if (held === null) return { rows: latest, changed: 0 }
  const latestById = new Map(latest.map((row) => [row.id, row]))
  const heldById = new Map(held.map((row) => [row.id, row]))
  const rows = held.map((row) => latestById.get(row.id) ?? row)
  const changed = latest.filter((row, index) => {
    const before = heldById.get(row.id)
    return before === undefined || (row.at > before.at && held[index]?.id !== row.id)
  }).length
  return { rows, changed }
}
