import * as z from 'zod'

import { CustomerType, Ownership } from './customer.ts'
import { ColorMarkId, StageId, TagId } from './ids.ts'
import { LIST_FILTER_LIMITS } from './limits.ts'
import { line } from './primitives.ts'
import { Channel } from './session.ts'

/** Which rows of the list are shown: every field that is there must hold, any of its values is enough (R-03-046). */
export const ListFilter = z.strictObject({
  unread: z.literal(true).optional(),
  marks: z.array(ColorMarkId).min(1).max(20).optional(),
  types: z.array(CustomerType).min(1).max(3).optional(),
  stageIds: z.array(StageId).min(1).max(50).optional(),
  tagIds: z.array(TagId).min(1).max(50).optional(),
  ownership: z.array(Ownership).min(1).max(3).optional(),
  languages: z.array(z.string().max(16)).min(1).max(20).optional(),
  channels: z.array(Channel).min(1).max(20).optional(),
})
export type ListFilter = z.infer<typeof ListFilter>

/** A filter an agent calls by its name. */
export const SavedListFilter = z.strictObject({
  name: line(1, LIST_FILTER_LIMITS.name),
  filter: ListFilter,
})
export type SavedListFilter = z.infer<typeof SavedListFilter>

/** An agent's saved filters; no two have the same name. */
export const SavedListFilters = z
  .array(SavedListFilter)
  .max(LIST_FILTER_LIMITS.saved)
  .refine((filters) => new Set(filters.map(({ name }) => name)).size === filters.length)
export type SavedListFilters = z.infer<typeof SavedListFilters>
