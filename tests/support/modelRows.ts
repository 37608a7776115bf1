import { newSession } from '../../src/domain/sessions/newSession.ts'
import { RECEPTION_DEFAULTS } from '../../src/protocol/model/index.ts'
import type {
  Agent,
  AgentId,
  Conversation,
  ConversationId,
  Customer,
  CustomerId,
  GroupId,
  ListEntry,
  Message,
  MessageId,
  Organization,
  OrganizationId,
  PoolEntry,
  Session,
  SessionId,
} from '../../src/protocol/model/index.ts'

/** Rows as the server would send them, with what a test does not care about filled in. */
export const AT = Date.UTC(2026, 0, 5, 1)

export const organizationRow = (): Organization => ({
  id: 'org-1' as OrganizationId,
  name: '栖木家居',
  timeZone: 'Asia/Shanghai',
  language: 'zh-CN',
  policy: 'least-load',
  capacity: 5,
  waitingLimitMs: 60_000,
  reception: RECEPTION_DEFAULTS,
  version: 1,
})

export const agentRow = (id: string, number: number): Agent => ({
  id: id as AgentId,
  account: id,
  number,
  name: `Agent ${number}`,
  outwardName: `Agent ${number}`,
  avatarFileId: null,
  departmentId: null,
  roleIds: [],
  capacity: null,
  superAdmin: false,
  disabled: false,
})

export const customerRow = (id: string, more: Partial<Customer> = {}): Customer => ({
  id: id as CustomerId,
  number: 1024,
  name: '',
  phone: '',
  email: '',
  company: '',
  region: '',
  language: 'zh-CN',
  source: '',
  type: 'new',
  ownership: 'company-pool',
  ownerId: null,
  tagIds: [],
  note: '',
  createdAt: AT,
  version: 1,
  ...more,
})

export const conversationRow = (id: string, more: Partial<Conversation> = {}): Conversation => ({
  id: id as ConversationId,
  customerId: `customer-${id}` as CustomerId,
  channel: 'web',
  widgetId: null,
  sessionId: null,
  lastSeq: 0,
  preview: null,
  deliveredSeq: 0,
  readSeq: 0,
  face: { kind: 'organization' },
  friendSince: null,
  lastCustomerAt: null,
  replies: 0,
  createdAt: AT,
  ...more,
})

export const sessionRow = (id: string, conversationId: string, more: Partial<Session> = {}): Session =>
  newSession({
    id: id as SessionId,
    conversationId: conversationId as ConversationId,
    customerId: `customer-${conversationId}` as CustomerId,
    channel: 'web',
    state: 'active',
    initiator: 'customer',
    target: { kind: 'group', groupId: 'main' as GroupId },
    handlerId: 'me' as AgentId,
    why: { step: 'policy' },
    requestedAt: AT,
    assignedAt: AT,
    ...more,
  })

export const listEntryRow = (conversationId: string, more: Partial<ListEntry> = {}): ListEntry => ({
  conversationId: conversationId as ConversationId,
  readSeq: 0,
  pinned: false,
  addedAt: AT,
  ...more,
})

export const messageRow = (conversationId: string, seq: number, more: Partial<Message> = {}): Message => ({
  id: `m-${conversationId}-${seq}` as MessageId,
  conversationId: conversationId as ConversationId,
  seq,
  sessionId: null,
  sender: { kind: 'customer', customerId: `customer-${conversationId}` as CustomerId },
  body: { kind: 'text', text: `第 ${seq} 条` },
  at: AT + seq * 1000,
  ...more,
})

export const poolEntryRow = (sessionId: string, more: Partial<PoolEntry> = {}): PoolEntry => ({
  sessionId: sessionId as SessionId,
  conversationId: `conversation-${sessionId}` as ConversationId,
  customerId: `customer-${sessionId}` as CustomerId,
  customerName: '',
  customerNumber: 7,
  ownerId: null,
  channel: 'web',
  source: '',
  target: { kind: 'group', groupId: 'main' as GroupId },
  priority: 0,
  waitingSince: AT,
  messageCount: 1,
  lastText: '在吗',
  lastAt: AT,
  version: 1,
  ...more,
})
