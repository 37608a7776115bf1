import * as z from 'zod'

import { companyText, NavAction, NavEntryId, NavMenuPlan } from '../model/index.ts'
import { NAV_MENU_LIMITS } from '../model/limits.ts'

const Title = companyText(NAV_MENU_LIMITS.title)

/** What a customer can choose; whom it brings and what it answers only the server knows. */
export const SeenNavItem = z.object({
  id: NavEntryId,
  title: Title,
  kind: z.enum(NavAction.options.map(({ shape }) => shape.kind.value)),
  /** With `page`. */
  url: z.string().optional(),
})
export type SeenNavItem = z.infer<typeof SeenNavItem>

/** The navigation menu as customers see it (R-18-039). */
export const SeenMenu = z.object({
  layout: NavMenuPlan.shape.layout,
  opened: NavMenuPlan.shape.opened,
  entries: z.array(
    z.union([SeenNavItem, z.object({ id: NavEntryId, title: Title, items: z.array(SeenNavItem) })]),
  ),
  buttons: z.array(SeenNavItem),
  showsContact: z.boolean(),
})
export type SeenMenu = z.infer<typeof SeenMenu>
