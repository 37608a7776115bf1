import * as z from 'zod'

import {
  Agent,
  AgentSettings,
  Bot,
  ChatSoFar,
  CompanyTheme,
  Contact,
  ContactGroup,
  Conversation,
  Customer,
  CustomerSettings,
  CustomerMarks,
  CustomRouter,
  Department,
  Draft,
  Greetings,
  InvitationSettings,
  LanguageServices,
  LeftChat,
  ListEntry,
  Message,
  NavMenu,
  NoteMention,
  Organization,
  PoolEntry,
  PrivateRemark,
  QuickReply,
  QuickReplyUse,
  ReceptionGroup,
  Reminder,
  Role,
  RoutingRules,
  SavedMessage,
  ScheduledMessage,
  Scope,
  Session,
  SessionNote,
  QuickEntries,
  SettingDefaults,
  Survey,
  Tag,
  TopicList,
  TransferRequest,
  Widget,
  StarredColleague,
} from '../model/index.ts'

/** The rows of a snapshot, by noun; a scope fills only its own nouns. */
export const Rows = z.object({
  organizations: z.array(Organization).optional(),
  departments: z.array(Department).optional(),
  roles: z.array(Role).optional(),
  agents: z.array(Agent).optional(),
  groups: z.array(ReceptionGroup).optional(),
  /** One, or none while nobody has saved any. */
  surveys: z.array(Survey).optional(),
  /** One, or none while nobody has saved any. */
  invitations: z.array(InvitationSettings).optional(),
  /** One, or none while nobody has written any. */
  greetings: z.array(Greetings).optional(),
  /** One, or none while nobody has changed any. */
  customerSettings: z.array(CustomerSettings).optional(),
  /** For each account at most one. */
  navMenus: z.array(NavMenu).optional(),
  /** One. */
  routingRules: z.array(RoutingRules).optional(),
  /** One, or none while nobody has decided any. */
  settingDefaults: z.array(SettingDefaults).optional(),
  /** One, or none while nobody has saved any. */
  quickEntries: z.array(QuickEntries).optional(),
  /** One, or none while nobody has set any. */
  companyThemes: z.array(CompanyTheme).optional(),
  /** One, or none while nobody has set any. */
  languageServices: z.array(LanguageServices).optional(),
  bots: z.array(Bot).optional(),
  routers: z.array(CustomRouter).optional(),
  tags: z.array(Tag).optional(),
  topicLists: z.array(TopicList).optional(),
  widgets: z.array(Widget).optional(),
  quickReplies: z.array(QuickReply).optional(),
  quickReplyUses: z.array(QuickReplyUse).optional(),
  listEntries: z.array(ListEntry).optional(),
  /** One. */
  agentSettings: z.array(AgentSettings).optional(),
  privateRemarks: z.array(PrivateRemark).optional(),
  drafts: z.array(Draft).optional(),
  colorMarks: z.array(CustomerMarks).optional(),
  transferRequests: z.array(TransferRequest).optional(),
  contactGroups: z.array(ContactGroup).optional(),
  contacts: z.array(Contact).optional(),
  starredColleagues: z.array(StarredColleague).optional(),
  noteMentions: z.array(NoteMention).optional(),
  savedMessages: z.array(SavedMessage).optional(),
  reminders: z.array(Reminder).optional(),
  scheduledMessages: z.array(ScheduledMessage).optional(),
  conversations: z.array(Conversation).optional(),
  chats: z.array(ChatSoFar).optional(),
  /** In the scope of the agent who was removed from them. */
  leftChats: z.array(LeftChat).optional(),
  customers: z.array(Customer).optional(),
  sessions: z.array(Session).optional(),
  sessionNotes: z.array(SessionNote).optional(),
  messages: z.array(Message).optional(),
  poolEntries: z.array(PoolEntry).optional(),
})
export type Rows = z.infer<typeof Rows>
export type CollectionName = keyof Rows

/**
 * The whole of one scope as it is now; it replaces what the client has of that scope. A scope with very many rows comes
 * in several parts, one after the other: all but the first add to the one before, and the last one completes it.
 */
export const SnapshotPart = z.object({
  scope: Scope,
  rows: Rows,
  /** Adds to the part before. */
  adds: z.boolean().optional(),
  /** Another one follows. */
  more: z.boolean().optional(),
})
export type SnapshotPart = z.infer<typeof SnapshotPart>
