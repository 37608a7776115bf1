import * as z from 'zod'

import {
  Agent,
  Bot,
  BotId,
  CustomerSettings,
  CustomRouter,
  Department,
  Greetings,
  GroupId,
  InvitationSettings,
  LanguageServices,
  NavMenu,
  Organization,
  QuickReply,
  QuickReplyId,
  ReceptionGroup,
  Role,
  RouterId,
  RoutingRules,
  CompanyTheme,
  QuickEntries,
  SettingDefaults,
  Survey,
  Tag,
  TopicList,
  Widget,
  WidgetId,
} from '../model/index.ts'
import { event } from './event.ts'

export const organizationChanged = event(
  'organization.changed',
  'org',
  z.object({ organization: Organization }),
)
export const departmentChanged = event('department.changed', 'org', z.object({ department: Department }))
export const roleChanged = event('role.changed', 'org', z.object({ role: Role }))
export const agentChanged = event('agent.changed', 'org', z.object({ agent: Agent }))
export const groupChanged = event('group.changed', 'org', z.object({ group: ReceptionGroup }))
export const groupRemoved = event('group.removed', 'org', z.object({ id: GroupId }))
export const surveyChanged = event('survey.changed', 'org', z.object({ survey: Survey }))
export const invitationsChanged = event(
  'invitations.changed',
  'org',
  z.object({ invitations: InvitationSettings }),
)
export const greetingsChanged = event('greetings.changed', 'org', z.object({ greetings: Greetings }))
export const customerSettingsChanged = event(
  'customer-settings.changed',
  'org',
  z.object({ settings: CustomerSettings }),
)
export const navMenuChanged = event('nav-menu.changed', 'org', z.object({ navMenu: NavMenu }))
export const routingRulesChanged = event('routing-rules.changed', 'org', z.object({ rules: RoutingRules }))
/** Somebody was blocked for the whole company, or is let in again; whoever shows the list asks for it anew. */
export const companyBlocksChanged = event('company-blocks.changed', 'org', z.object({}))
export const botChanged = event('bot.changed', 'org', z.object({ bot: Bot }))
export const botRemoved = event('bot.removed', 'org', z.object({ id: BotId }))
export const routerChanged = event('router.changed', 'org', z.object({ router: CustomRouter }))
export const routerRemoved = event('router.removed', 'org', z.object({ id: RouterId }))
export const companyThemeChanged = event(
  'company-theme.changed',
  'org',
  z.object({ companyTheme: CompanyTheme }),
)

export const quickEntriesChanged = event(
  'quick-entries.changed',
  'org',
  z.object({ quickEntries: QuickEntries }),
)
/** Voices are written down and texts translated from here on, or no more. */
export const languageServicesChanged = event(
  'language-services.changed',
  'org',
  z.object({ services: LanguageServices }),
)
/** The company decided how agents' clients are set up; all that it has decided. */
export const settingDefaultsChanged = event(
  'setting-defaults.changed',
  'org',
  z.object({ defaults: SettingDefaults }),
)
export const tagChanged = event('tag.changed', 'org', z.object({ tag: Tag }))
export const topicsChanged = event('topics.changed', 'org', z.object({ topics: TopicList }))
export const quickReplyChanged = event('quick-reply.changed', 'org', z.object({ quickReply: QuickReply }))
/** Several at once: moved within their group, brought from a file, or their group has another name. */
export const quickRepliesChanged = event(
  'quick-replies.changed',
  'org',
  z.object({ quickReplies: z.array(QuickReply) }),
)
export const quickReplyRemoved = event('quick-reply.removed', 'org', z.object({ id: QuickReplyId }))
export const widgetChanged = event('widget.changed', 'org', z.object({ widget: Widget }))
export const widgetDeleted = event('widget.deleted', 'org', z.object({ id: WidgetId }))
