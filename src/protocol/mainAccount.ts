/**
 * The main account's own chat page: whoever comes back to the company itself, by no entry point (R-02-093).
 *
 * It is always there, so that its address can be printed and remembered, and is no entry point that somebody has made:
 * what is said there belongs to none.
 */
import type { NavAccount, OrganizationId, WidgetId } from './model/index.ts'

const PREFIX = 'main-'

/** Under which the page is opened in place of an entry point. */
export const mainEntryOf = (organizationId: OrganizationId): WidgetId =>
  `${PREFIX}${organizationId}` as WidgetId

/** Whose page it is; undefined: it is that of an entry point. */
export const organizationOfMainEntry = (id: WidgetId): OrganizationId | undefined =>
  id.startsWith(PREFIX) ? (id.slice(PREFIX.length) as OrganizationId) : undefined

/** The entry point as conversations remember it; null: the main account itself. */
export const entryOf = (id: WidgetId): WidgetId | null => (organizationOfMainEntry(id) ? null : id)

/** Whose navigation menu is shown where the chat was opened (R-02-175). */
export const menuAccountOf = (id: WidgetId): NavAccount => (organizationOfMainEntry(id) ? 'main' : 'web')
