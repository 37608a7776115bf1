import * as z from 'zod'

import { NavAccount, NavMenu, NavMenuPlan, Version } from '../model/index.ts'
import { command } from './command.ts'

/** Keeps the draft of the navigation menu; customers see nothing of it. `version` is the one its author saw. */
export const saveNavMenu = command('nav-menu.save', {
  by: 'agent',
  permission: 'reception.groups',
  args: z.strictObject({ account: NavAccount, draft: NavMenuPlan, version: Version }),
  result: z.object({ navMenu: NavMenu }),
  codes: ['conflict', 'menu-entry'],
})

/** Shows customers the draft as it was kept last; `version` is the one its author saw. */
export const publishNavMenu = command('nav-menu.publish', {
  by: 'agent',
  permission: 'reception.groups',
  sensitive: true,
  args: z.strictObject({ account: NavAccount, version: Version }),
  result: z.object({ navMenu: NavMenu }),
  codes: ['conflict', 'menu-entry'],
})
