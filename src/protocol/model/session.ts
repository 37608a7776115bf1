import * as z from 'zod'

import { AgentId, ConversationId, CustomerId, GroupId, SessionId, TopicId } from './ids.ts'
import { Instant, Version } from './primitives.ts'
import { SessionSurvey } from './survey.ts'

export const Channel = z.enum(['web', 'im', 'wechat-oa', 'wecom-kf', 'miniprogram', 'email', 'phone', 'sms'])
export type Channel = z.infer<typeof Channel>

/** Chapter 02 section 11; `ended` is final. */
export const SessionState = z.enum(['requested', 'pending', 'assigned', 'active', 'ended'])
export type SessionState = z.infer<typeof SessionState>

export const EndReason = z.enum([
  'by-agent',
  'by-customer',
  'timeout',
  'abandoned',
  'dismissed',
  'refused',
  'transferred',
  'blocked',
])
export type EndReason = z.infer<typeof EndReason>

/** Whom a session is meant for while nobody has it (R-02-110). */
export const SessionTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('group'), groupId: GroupId }),
  z.object({ kind: z.literal('agent'), agentId: AgentId }),
])
export type SessionTarget = z.infer<typeof SessionTarget>

/** Why the session is where it is: the routing step and the figures that decided (R-02-092). */
export const Why = z.object({
  step: z.enum([
    'open-session',
    'receiver',
    'owner',
    'returning',
    'policy',
    'emergency',
    'random-member',
    'overflow',
    'accepted',
    'agent-started',
    'transferred',
    'timeout',
    'requeued',
  ]),
  policy: z.enum(['idle-rate', 'least-load']).optional(),
  load: z.int().optional(),
  capacity: z.int().optional(),
  candidates: z.int().optional(),
})
export type Why = z.infer<typeof Why>

/** One reception episode inside a conversation. */
export const Session = z.object({
  id: SessionId,
  conversationId: ConversationId,
  customerId: CustomerId,
  channel: Channel,
  state: SessionState,
  initiator: z.enum(['customer', 'agent']),
  target: SessionTarget,
  handlerId: AgentId.nullable(),
  priority: z.int().min(0).max(9),
  why: Why,
  requestedAt: Instant,
  pendingSince: Instant.nullable(),
  assignedAt: Instant.nullable(),
  firstReplyAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  endReason: EndReason.nullable(),
  /** What it is about, as its handler says (R-02-271). */
  topicId: TopicId.nullable().default(null),
  /** Not there while the customer has not been asked. */
  survey: SessionSurvey.optional(),
  version: Version,
})
export type Session = z.infer<typeof Session>

/** A row of the pending pool (R-02-114). */
export const PoolEntry = z.object({
  sessionId: SessionId,
  conversationId: ConversationId,
  customerId: CustomerId,
  /** Empty while unknown; then the number is shown. */
  customerName: z.string(),
  customerNumber: z.int(),
  ownerId: AgentId.nullable(),
  channel: Channel,
  source: z.string(),
  target: SessionTarget,
  priority: z.int(),
  waitingSince: Instant,
  messageCount: z.int().min(0),
  lastText: z.string(),
  lastAt: Instant,
  version: Version,
})
export type PoolEntry = z.infer<typeof PoolEntry>
