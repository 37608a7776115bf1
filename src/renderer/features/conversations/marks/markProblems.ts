import type { ColorMark } from '../../../../protocol/model/index.ts'

/** Why the marks cannot be saved as they are; null: they can. */
export const problemOf = (marks: readonly ColorMark[]): 'empty' | 'taken' | 'no-values' | null => {
  const names = marks.map(({ name }) => name.trim())
  if (names.includes('')) return 'empty'
  if (new Set(names).size < names.length) return 'taken'
  return marks.some(({ rule }) => rule?.values.length === 0) ? 'no-values' : null
}
