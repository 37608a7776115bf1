import { sqlList, type Sql, type SqlValue } from '../../base/sql.ts'

/** As many values as one statement of ours takes; more are asked for in pieces. */
export const LIST_LIMIT = 512

/**
 * The values of an `in (…)`. The last one is repeated up to the next power of two, so that lists of all lengths share a
 * few prepared statements.
 */
export const anyOf = (values: readonly SqlValue[]): Sql => {
  const last = values.at(-1)
  if (last === undefined) throw new Error('an empty list matches nothing: do not ask')
  let length = 1
  while (length < values.length) length *= 2
  return sqlList([...values, ...Array.from({ length: length - values.length }, () => last)])
}

/** The values in pieces that fit into one statement each. */
export const inPieces = <T>(values: readonly T[], size = LIST_LIMIT): T[][] => {
  const pieces: T[][] = []
  for (let start = 0; start < values.length; start += size) pieces.push(values.slice(start, start + size))
  return pieces
}
