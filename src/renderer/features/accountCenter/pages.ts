import type { ComponentType } from 'react'

import type { Me, Permission } from '../../../protocol/model/index.ts'
import { GroupsPage } from './groups/GroupsPage.tsx'

export interface AccountCenterPage {
  /** Its address, and the key of its name. */
  readonly path: 'reception/groups'
  readonly section: 'reception'
  readonly permission: Extract<Permission, 'reception.groups'>
  readonly Page: ComponentType
}

/** Every page, in the order of the navigation (R-08 3.2). */
export const PAGES: readonly AccountCenterPage[] = [
  { path: 'reception/groups', section: 'reception', permission: 'reception.groups', Page: GroupsPage },
]

/** What stands in somebody's navigation: nothing they may not open (R-08-006). */
export const pagesFor = (me: Me | null | undefined): readonly AccountCenterPage[] =>
  PAGES.filter(({ permission }) => me?.permissions.includes(permission))
