import type { OrganizationView } from '../../../client/api.ts'
import { usesOf, type Usable, type Use } from '../../../domain/routing/uses.ts'

/** Where the settings still name what somebody wants to delete. */
export const namedIn = (organization: OrganizationView | null | undefined, what: Usable): readonly Use[] =>
  organization
    ? usesOf(what, {
        ...organization,
        rules: organization.rules.rules,
        navMenus: [organization.navMenu, organization.mainMenu],
      })
    : []
