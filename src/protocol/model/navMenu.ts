import * as z from 'zod'

import { companyText } from './companyText.ts'
import { NavEntryId } from './ids.ts'
import { Instant, Version } from './primitives.ts'
import { SessionTarget } from './session.ts'

/** Wider than what may be saved: what is over the limit is refused by the name of its entry (`domain/navMenu`). */
const TEXT = companyText(10_000)
const LIST = 100

/** What happens when an entry is chosen (R-02-174). */
export const NavAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: TEXT }),
  z.strictObject({ kind: z.literal('page'), url: z.string().trim().max(2048) }),
  /** A session begins; null: with whoever the entry point names. */
  z.strictObject({ kind: z.literal('person'), target: SessionTarget.nullable() }),
])
export type NavAction = z.infer<typeof NavAction>

/** An entry that can be chosen: of the second level, a quick button, or one of the first level without a second. */
export const NavItem = z.strictObject({ id: NavEntryId, title: TEXT, action: NavAction })
export type NavItem = z.infer<typeof NavItem>

/** An entry of the first level that only opens and closes. */
export const NavGroup = z.strictObject({ id: NavEntryId, title: TEXT, items: z.array(NavItem).max(LIST) })
export type NavGroup = z.infer<typeof NavGroup>

/** How customers meet the company in the web chat, as its author wants it. */
export const NavMenuPlan = z.strictObject({
  on: z.boolean(),
  /** Above the menu; an entry point's own welcome comes before it. */
  welcome: TEXT,
  layout: z.enum(['list', 'tiles']),
  /** Which groups are open when the chat is opened. */
  opened: z.enum(['all', 'first', 'none']),
  entries: z.array(z.union([NavItem, NavGroup])).max(LIST),
  /** Always in reach, above the field for messages. */
  buttons: z.array(NavItem).max(LIST),
  /** Address and site of the company below the menu. */
  showsContact: z.boolean(),
})
export type NavMenuPlan = z.infer<typeof NavMenuPlan>

/** For whom a menu is: the chats of the web, or the main account, where it has a list of its own (R-02-175). */
export const NavAccount = z.enum(['web', 'main'])
export type NavAccount = z.infer<typeof NavAccount>

/** The menu as customers see it and as somebody is changing it (R-02-176). */
export const NavMenu = z.object({
  account: NavAccount.default('web'),
  draft: NavMenuPlan,
  /** Null: customers have never seen one. */
  published: NavMenuPlan.nullable(),
  publishedAt: Instant.nullable(),
  version: Version,
})
export type NavMenu = z.infer<typeof NavMenu>

/** What is there before anybody has made a menu. */
export const NO_NAV_MENU: NavMenu = {
  account: 'web',
  draft: {
    on: true,
    welcome: '',
    layout: 'list',
    opened: 'first',
    entries: [],
    buttons: [],
    showsContact: true,
  },
  published: null,
  publishedAt: null,
  version: 0,
}
