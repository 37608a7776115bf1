import type { ListFilter, SavedListFilters } from '../../../protocol/model/index.ts'
import { LIST_FILTER_LIMITS } from '../../../protocol/model/limits.ts'

/** Fields of the filter of which several values can be chosen, in the order of the panel. */
export const FILTER_FIELDS = [
  'marks',
  'types',
  'stageIds',
  'tagIds',
  'ownership',
  'channels',
  'languages',
] as const
export type FilterField = (typeof FILTER_FIELDS)[number]

export const isFiltering = (where: ListFilter): boolean => Object.keys(where).length > 0

/** The filter with a value more, or without it; a field without values is none. */
export const toggleValue = (where: ListFilter, field: FilterField, value: string): ListFilter => {
  const before: readonly string[] = where[field] ?? []
  const values = before.includes(value) ? before.filter((one) => one !== value) : [...before, value]
  const { [field]: _, ...others } = where
  return (values.length === 0 ? others : { ...others, [field]: values }) as ListFilter
}

export const toggleUnread = (where: ListFilter): ListFilter => {
  const { unread, ...others } = where
  return unread ? others : { ...others, unread: true }
}

/** Why a filter cannot be saved under a name; null: it can. */
export const nameProblem = (
  saved: SavedListFilters,
  name: string,
): 'empty' | 'long' | 'taken' | 'full' | null => {
  const text = name.trim()
  if (text === '') return 'empty'
  if ([...text].length > LIST_FILTER_LIMITS.name) return 'long'
  if (saved.some((one) => one.name === text)) return 'taken'
  return saved.length >= LIST_FILTER_LIMITS.saved ? 'full' : null
}
