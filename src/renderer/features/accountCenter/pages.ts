import type { ComponentType } from 'react'

import type { Me, Permission } from '../../../protocol/model/index.ts'
import { AssignmentPage } from './assignment/AssignmentPage.tsx'
import { GroupsPage } from './groups/GroupsPage.tsx'
import { SatisfactionPage } from './satisfaction/SatisfactionPage.tsx'
import { TopicsPage } from './topics/TopicsPage.tsx'

export interface AccountCenterPage {
  /** Its address, and the key of its name. */
  readonly path: 'reception/groups' | 'reception/topics' | 'reception/satisfaction' | 'reception/assignment'
  readonly section: 'reception'
  readonly permission: Extract<Permission, 'reception.groups' | 'reception.routing'>
  readonly Page: ComponentType
}

/** Every page, in the order of the navigation (R-08 3.2). */
export const PAGES: readonly AccountCenterPage[] = [
  { path: 'reception/groups', section: 'reception', permission: 'reception.groups', Page: GroupsPage },
  { path: 'reception/topics', section: 'reception', permission: 'reception.groups', Page: TopicsPage },
  {
    path: 'reception/assignment',
    section: 'reception',
    permission: 'reception.routing',
    Page: AssignmentPage,
  },
  {
    path: 'reception/satisfaction',
    section: 'reception',
    permission: 'reception.groups',
    Page: SatisfactionPage,
  },
]

/** What stands in somebody's navigation: nothing they may not open (R-08-006). */
export const pagesFor = (me: Me | null | undefined): readonly AccountCenterPage[] =>
  PAGES.filter(({ permission }) => me?.permissions.includes(permission))
