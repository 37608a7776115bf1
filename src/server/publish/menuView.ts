/** What customers may know of the navigation menu: neither whom an entry brings nor what it answers. */
import type { NavItem, NavMenuPlan } from '../../protocol/model/index.ts'
import type { SeenMenu, SeenNavItem } from '../../protocol/wire/index.ts'

/** Null: there is nothing to choose. */
export const menuSeen = (plan: NavMenuPlan | null): SeenMenu | null =>
  plan?.on
    ? {
        layout: plan.layout,
        opened: plan.opened,
        entries: plan.entries.map((entry) =>
          'action' in entry
            ? itemSeen(entry)
            : { id: entry.id, title: entry.title, items: entry.items.map(itemSeen) },
        ),
        buttons: plan.buttons.map(itemSeen),
        showsContact: plan.showsContact,
      }
    : null

const itemSeen = ({ id, title, action }: NavItem): SeenNavItem => ({
  id,
  title,
  kind: action.kind,
  ...(action.kind === 'page' && { url: action.url }),
})
