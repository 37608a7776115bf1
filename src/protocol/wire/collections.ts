import * as z from 'zod'

import {
  Agent,
  Conversation,
  Customer,
  Department,
  ListEntry,
  Message,
  Organization,
  PoolEntry,
  QuickReply,
  ReceptionGroup,
  Role,
  Scope,
  Session,
  Survey,
  Tag,
  TopicList,
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
  tags: z.array(Tag).optional(),
  topicLists: z.array(TopicList).optional(),
  quickReplies: z.array(QuickReply).optional(),
  listEntries: z.array(ListEntry).optional(),
  conversations: z.array(Conversation).optional(),
  customers: z.array(Customer).optional(),
  sessions: z.array(Session).optional(),
  messages: z.array(Message).optional(),
  poolEntries: z.array(PoolEntry).optional(),
})
export type Rows = z.infer<typeof Rows>
export type CollectionName = keyof Rows

/** The whole of one scope as it is now; it replaces what the client has of that scope. */
export const SnapshotPart = z.object({ scope: Scope, rows: Rows })
export type SnapshotPart = z.infer<typeof SnapshotPart>
