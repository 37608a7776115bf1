import { sql } from '../../base/sql.ts'
import {
  CUSTOMER_SETTINGS_DEFAULTS,
  INVITATION_DEFAULTS,
  NO_GREETINGS,
  NO_LANGUAGE_SERVICES,
  NO_NAV_MENU,
  NO_QUICK_ENTRIES,
  NO_RULES,
  SURVEY_DEFAULTS,
} from '../../protocol/model/index.ts'
import { NO_TOPICS } from '../../protocol/model/index.ts'
import type {
  AgentId,
  Agent,
  Bot,
  CompanyTheme,
  CustomerSettings,
  CustomRouter,
  Department,
  Greetings,
  InvitationSettings,
  LanguageServices,
  NavMenu,
  Organization,
  ReceptionGroup,
  Role,
  RoutingRules,
  QuickEntries,
  SettingDefaults,
  Survey,
  Tag,
  TopicList,
  Widget,
} from '../../protocol/model/index.ts'
import type { OrganizationView } from '../api.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { parseStored } from './stored.ts'

/** The small nouns everybody in the organisation knows; read as a whole, written one at a time. */
interface Directory {
  organization: Organization
  department: Department
  role: Role
  agent: Agent
  group: ReceptionGroup
  survey: Survey
  invitations: InvitationSettings
  rules: RoutingRules
  /** One row of all. */
  settingDefaults: SettingDefaults
  /** One row of all. */
  quickEntries: QuickEntries
  /** One row of all. */
  companyTheme: CompanyTheme
  /** One row of all. */
  languageServices: LanguageServices
  bot: Bot
  router: CustomRouter
  greetings: Greetings
  navMenu: NavMenu
  mainMenu: NavMenu
  customerSettings: CustomerSettings
  tag: Tag
  /** One row of all. */
  topics: TopicList & { readonly id: 'all' }
  widget: Widget
}
export type DirectoryNoun = keyof Directory

export const saveInDirectory = <N extends DirectoryNoun>(db: WriteDb, noun: N, row: Directory[N]): void => {
  db.run(sql`
    insert into directory (noun, id, data) values (${noun}, ${'id' in row ? row.id : noun}, ${JSON.stringify(row)})
    on conflict (noun, id) do update set data = excluded.data`)
  db.touch('organization')
  if (noun === 'settingDefaults' || noun === 'companyTheme') db.touch('settings')
}

export const saveNavMenu = (db: WriteDb, menu: NavMenu): void => {
  saveInDirectory(db, menu.account === 'main' ? 'mainMenu' : 'navMenu', menu)
}

export const saveTopics = (db: WriteDb, topics: TopicList): void => {
  saveInDirectory(db, 'topics', { ...topics, id: 'all' })
}

export const removeFromDirectory = (db: WriteDb, noun: DirectoryNoun, id: string): void => {
  db.run(sql`delete from directory where noun = ${noun} and id = ${id}`)
  db.touch('organization')
}

export const clearDirectory = (db: WriteDb): void => {
  db.run(sql`delete from directory`)
  db.touch('organization', 'settings')
}

/** Null until the first load brought it. */
export const readOrganization = (db: ReadDb): OrganizationView | null => {
  const rows: { [N in DirectoryNoun]: Directory[N][] } = {
    organization: [],
    department: [],
    role: [],
    agent: [],
    group: [],
    survey: [],
    invitations: [],
    rules: [],
    settingDefaults: [],
    quickEntries: [],
    companyTheme: [],
    languageServices: [],
    bot: [],
    router: [],
    greetings: [],
    navMenu: [],
    mainMenu: [],
    customerSettings: [],
    tag: [],
    topics: [],
    widget: [],
  }
  for (const { noun, data } of db.all<{ noun: DirectoryNoun; data: string }>(
    sql`select noun, data from directory`,
  )) {
    rows[noun].push(parseStored<never>(data))
  }
  const organization = rows.organization[0]
  if (!organization) return null
  return {
    organization,
    agents: rows.agent.sort((a, b) => a.number - b.number),
    departments: rows.department.sort(byPosition),
    groups: rows.group.sort((a, b) => Number(b.main) - Number(a.main) || (a.name < b.name ? -1 : 1)),
    survey: rows.survey[0] ?? SURVEY_DEFAULTS,
    invitations: rows.invitations[0] ?? INVITATION_DEFAULTS,
    greetings: rows.greetings[0] ?? NO_GREETINGS,
    navMenu: rows.navMenu[0] ?? NO_NAV_MENU,
    mainMenu: rows.mainMenu[0] ?? { ...NO_NAV_MENU, account: 'main' },
    customerSettings: rows.customerSettings[0] ?? CUSTOMER_SETTINGS_DEFAULTS,
    quickEntries: rows.quickEntries[0] ?? NO_QUICK_ENTRIES,
    languageServices: rows.languageServices[0] ?? NO_LANGUAGE_SERVICES,
    rules: rows.rules[0] ?? NO_RULES,
    bots: rows.bot.sort((a, b) => (a.name < b.name ? -1 : 1)),
    routers: rows.router.sort((a, b) => (a.name < b.name ? -1 : 1)),
    tags: rows.tag.sort(byPosition),
    topics: rows.topics[0] ?? NO_TOPICS,
    widgets: rows.widget.sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1)),
  }
}

const byPosition = (
  a: { readonly position: number; readonly id: string },
  b: { readonly position: number; readonly id: string },
): number => a.position - b.position || (a.id < b.id ? -1 : 1)

/** Empty: nobody is known by that id. */
export const readAgentName = (db: ReadDb, agentId: AgentId): string =>
  db.get<{ name: string }>(
    sql`select json_extract(data, '$.name') as name from directory where noun = 'agent' and id = ${agentId}`,
  )?.name ?? ''
