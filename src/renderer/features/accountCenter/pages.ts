import type { ComponentType } from 'react'

import type { Me, Permission } from '../../../protocol/model/index.ts'
import { AssignmentPage } from './assignment/AssignmentPage.tsx'
import { BotsPage } from './bots/BotsPage.tsx'
import { GreetingsPage } from './greetings/GreetingsPage.tsx'
import { GroupsPage } from './groups/GroupsPage.tsx'
import { HoursPage } from './hours/HoursPage.tsx'
import { InvitationsPage } from './invitations/InvitationsPage.tsx'
import { NavMenuPage } from './navMenu/NavMenuPage.tsx'
import { RoutersPage } from './routers/RoutersPage.tsx'
import { RoutingPage } from './routing/RoutingPage.tsx'
import { SatisfactionPage } from './satisfaction/SatisfactionPage.tsx'
import { TopicsPage } from './topics/TopicsPage.tsx'
import { WidgetsPage } from './widgets/WidgetsPage.tsx'

export interface AccountCenterPage {
  /** Its address, and the key of its name. */
  readonly path:
    | 'reception/groups'
    | 'reception/greetings'
    | 'reception/menu'
    | 'reception/invitations'
    | 'reception/widgets'
    | 'reception/topics'
    | 'reception/satisfaction'
    | 'reception/assignment'
    | 'reception/routing'
    | 'reception/bots'
    | 'reception/routers'
    | 'reception/hours'
  readonly section: 'reception'
  readonly permission: Extract<
    Permission,
    | 'reception.groups'
    | 'reception.routing'
    | 'reception.bots'
    | 'api.manage'
    | 'reception.widgets'
    | 'reception.invitations'
  >
  readonly Page: ComponentType
}

/** Every page, in the order of the navigation (R-08 3.2). */
export const PAGES: readonly AccountCenterPage[] = [
  { path: 'reception/groups', section: 'reception', permission: 'reception.groups', Page: GroupsPage },
  { path: 'reception/widgets', section: 'reception', permission: 'reception.widgets', Page: WidgetsPage },
  { path: 'reception/greetings', section: 'reception', permission: 'reception.groups', Page: GreetingsPage },
  { path: 'reception/menu', section: 'reception', permission: 'reception.groups', Page: NavMenuPage },
  { path: 'reception/topics', section: 'reception', permission: 'reception.groups', Page: TopicsPage },
  {
    path: 'reception/assignment',
    section: 'reception',
    permission: 'reception.routing',
    Page: AssignmentPage,
  },
  { path: 'reception/routing', section: 'reception', permission: 'reception.routing', Page: RoutingPage },
  { path: 'reception/bots', section: 'reception', permission: 'reception.bots', Page: BotsPage },
  { path: 'reception/routers', section: 'reception', permission: 'api.manage', Page: RoutersPage },
  { path: 'reception/hours', section: 'reception', permission: 'reception.routing', Page: HoursPage },
  {
    path: 'reception/invitations',
    section: 'reception',
    permission: 'reception.invitations',
    Page: InvitationsPage,
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
