import type { ComponentType } from 'react'

import type { Me, Permission } from '../../../protocol/model/index.ts'
import { AssignmentPage } from './assignment/AssignmentPage.tsx'
import { BlockListPage } from './blockList/BlockListPage.tsx'
import { BotsPage } from './bots/BotsPage.tsx'
import { ClientSettingsPage } from './clientSettings/ClientSettingsPage.tsx'
import { CompanyThemePage } from './companyTheme/CompanyThemePage.tsx'
import { CustomerFieldsPage } from './customerFields/CustomerFieldsPage.tsx'
import { GreetingsPage } from './greetings/GreetingsPage.tsx'
import { GroupsPage } from './groups/GroupsPage.tsx'
import { HoursPage } from './hours/HoursPage.tsx'
import { InvitationsPage } from './invitations/InvitationsPage.tsx'
import { LanguageServicesPage } from './languageServices/LanguageServicesPage.tsx'
import { LinkPreviewsPage } from './linkPreviews/LinkPreviewsPage.tsx'
import { MainAccountPage } from './mainAccount/MainAccountPage.tsx'
import { MainMenuPage, NavMenuPage } from './navMenu/NavMenuPage.tsx'
import { QuickEntriesPage } from './quickEntries/QuickEntriesPage.tsx'
import { QuickRepliesPage } from './quickReplies/QuickRepliesPage.tsx'
import { RoutersPage } from './routers/RoutersPage.tsx'
import { RoutingPage } from './routing/RoutingPage.tsx'
import { SatisfactionPage } from './satisfaction/SatisfactionPage.tsx'
import type { WordsOf } from './settingsSearch.ts'
import { TopicsPage } from './topics/TopicsPage.tsx'
import { WidgetsPage } from './widgets/WidgetsPage.tsx'

export interface AccountCenterPage {
  /** Its address, and the key of its name. */
  readonly path:
    | 'reception/groups'
    | 'reception/greetings'
    | 'reception/menu'
    | 'reception/invitations'
    | 'reception/quick-replies'
    | 'reception/widgets'
    | 'reception/topics'
    | 'reception/satisfaction'
    | 'reception/block-list'
    | 'reception/assignment'
    | 'reception/routing'
    | 'reception/bots'
    | 'reception/routers'
    | 'reception/hours'
    | 'main-account/reception'
    | 'main-account/menu'
    | 'customers/attributes'
    | 'enterprise/client'
    | 'enterprise/quick-entries'
    | 'enterprise/language-services'
    | 'enterprise/link-previews'
    | 'enterprise/theme'
  readonly section: 'reception' | 'customers' | 'main-account' | 'enterprise'
  /** Where the search for settings looks for them. */
  readonly words: WordsOf
  readonly permission: Extract<
    Permission,
    | 'reception.groups'
    | 'reception.routing'
    | 'reception.bots'
    | 'block.company'
    | 'api.manage'
    | 'quickreply.company'
    | 'reception.widgets'
    | 'reception.invitations'
    | 'main-account.auto-accept'
    | 'customer.config'
    | 'admin'
  >
  readonly Page: ComponentType
}

/** Every page, in the order of the navigation (R-08 3.2). */
export const PAGES: readonly AccountCenterPage[] = [
  {
    path: 'reception/groups',
    section: 'reception',
    words: ['accountCenter', 'groups'],
    permission: 'reception.groups',
    Page: GroupsPage,
  },
  {
    path: 'reception/widgets',
    section: 'reception',
    words: ['widgets'],
    permission: 'reception.widgets',
    Page: WidgetsPage,
  },
  {
    path: 'reception/greetings',
    section: 'reception',
    words: ['texts', 'greetings'],
    permission: 'reception.groups',
    Page: GreetingsPage,
  },
  {
    path: 'reception/menu',
    section: 'reception',
    words: ['texts', 'menu'],
    permission: 'reception.groups',
    Page: NavMenuPage,
  },
  {
    path: 'reception/topics',
    section: 'reception',
    words: ['accountCenter', 'topics'],
    permission: 'reception.groups',
    Page: TopicsPage,
  },
  {
    path: 'reception/quick-replies',
    section: 'reception',
    words: ['quickReplies', 'page'],
    permission: 'quickreply.company',
    Page: QuickRepliesPage,
  },
  {
    path: 'reception/assignment',
    section: 'reception',
    words: ['accountCenter', 'assignment'],
    permission: 'reception.routing',
    Page: AssignmentPage,
  },
  {
    path: 'reception/routing',
    section: 'reception',
    words: ['routing'],
    permission: 'reception.routing',
    Page: RoutingPage,
  },
  {
    path: 'reception/bots',
    section: 'reception',
    words: ['bots'],
    permission: 'reception.bots',
    Page: BotsPage,
  },
  {
    path: 'reception/routers',
    section: 'reception',
    words: ['routers'],
    permission: 'api.manage',
    Page: RoutersPage,
  },
  {
    path: 'reception/hours',
    section: 'reception',
    words: ['accountCenter', 'hours'],
    permission: 'reception.routing',
    Page: HoursPage,
  },
  {
    path: 'reception/invitations',
    section: 'reception',
    words: ['accountCenter', 'invitations'],
    permission: 'reception.invitations',
    Page: InvitationsPage,
  },
  {
    path: 'reception/satisfaction',
    section: 'reception',
    words: ['accountCenter', 'satisfaction'],
    permission: 'reception.groups',
    Page: SatisfactionPage,
  },
  {
    path: 'reception/block-list',
    section: 'reception',
    words: ['accountCenter', 'blockList'],
    permission: 'block.company',
    Page: BlockListPage,
  },
  {
    path: 'customers/attributes',
    section: 'customers',
    words: ['accountCenter', 'attributes'],
    permission: 'customer.config',
    Page: CustomerFieldsPage,
  },
  {
    path: 'main-account/reception',
    section: 'main-account',
    words: ['accountCenter', 'mainAccount'],
    permission: 'main-account.auto-accept',
    Page: MainAccountPage,
  },
  {
    path: 'main-account/menu',
    section: 'main-account',
    words: ['texts', 'menu'],
    permission: 'reception.groups',
    Page: MainMenuPage,
  },
  {
    path: 'enterprise/client',
    section: 'enterprise',
    words: ['settings', 'names'],
    permission: 'admin',
    Page: ClientSettingsPage,
  },
  {
    path: 'enterprise/quick-entries',
    section: 'enterprise',
    words: ['accountCenter', 'quickEntries'],
    permission: 'admin',
    Page: QuickEntriesPage,
  },
  {
    path: 'enterprise/language-services',
    section: 'enterprise',
    words: ['languageServices'],
    permission: 'api.manage',
    Page: LanguageServicesPage,
  },
  {
    path: 'enterprise/link-previews',
    section: 'enterprise',
    words: ['accountCenter', 'linkPreviews'],
    permission: 'admin',
    Page: LinkPreviewsPage,
  },
  {
    path: 'enterprise/theme',
    section: 'enterprise',
    words: ['accountCenter', 'companyTheme'],
    permission: 'admin',
    Page: CompanyThemePage,
  },
]

/** What stands in somebody's navigation: nothing they may not open (R-08-006). */
export const pagesFor = (me: Me | null | undefined): readonly AccountCenterPage[] =>
  PAGES.filter(({ permission }) => me?.permissions.includes(permission))
