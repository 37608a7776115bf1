import * as z from 'zod'

/** What the category bar offers, in the order it has at first (R-03-012). */
export const LIST_CATEGORIES = ['customers', 'groups', 'colleagues', 'all'] as const
export const ListCategory = z.enum(LIST_CATEGORIES)
export type ListCategory = z.infer<typeof ListCategory>

/** Those an agent chose, in their order; one is always left. */
export const ListCategories = z
  .array(ListCategory)
  .min(1)
  .max(LIST_CATEGORIES.length)
  .refine((categories) => new Set(categories).size === categories.length)
export type ListCategories = z.infer<typeof ListCategories>
