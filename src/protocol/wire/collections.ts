import * as z from 'zod'

import {
  Agent,
  Bot,
  Conversation,
  Customer,
  CustomRouter,
  Department,
  Greetings,
  InvitationSettings,
  ListEntry,
  Message,
  NavMenu,
  Organization,
  PoolEntry,
  PrivateRemark,
  QuickReply,
  ReceptionGroup,
  Role,
  RoutingRules,
  Scope,
  Session,
  Survey,
  Tag,
  TopicList,
  Widget,
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
  /** One, or none while nobody has made any. */
  navMenus: z.array(NavMenu).optional(),
  /** One. */
  routingRules: z.array(RoutingRules).optional(),
  bots: z.array(Bot).optional(),
  routers: z.array(CustomRouter).optional(),
  tags: z.array(Tag).optional(),
  topicLists: z.array(TopicList).optional(),
  widgets: z.array(Widget).optional(),
  quickReplies: z.array(QuickReply).optional(),
  listEntries: z.array(ListEntry).optional(),
  privateRemarks: z.array(PrivateRemark).optional(),
  conversations: z.array(Conversation).optional(),
  customers: z.array(Customer).optional(),
  sessions: z.array(Session).optional(),
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
