import * as z from 'zod'

import { SessionBot } from './bot.ts'
import { AgentId, ConversationId, CustomerId, GroupId, OfferId, SessionId, TopicId } from './ids.ts'
import { Instant, Version } from './primitives.ts'
import { SessionSurvey } from './survey.ts'
import { VisitSource } from './visit.ts'

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
  'friendship-deleted',
])
export type EndReason = z.infer<typeof EndReason>

/** Whom a session is meant for while nobody has it (R-02-110). */
export const SessionTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('group'), groupId: GroupId }),
  z.object({ kind: z.literal('agent'), agentId: AgentId }),
])
export type SessionTarget = z.infer<typeof SessionTarget>

/** Why a customer is asked to leave a message. */
export const NotReceivedCause = z.enum(['closed', 'full', 'nobody'])
export type NotReceivedCause = z.infer<typeof NotReceivedCause>

/** A message that was left to be answered later (R-02-104): its number, and how its author can be reached. */
export const LeftMessage = z.object({
  number: z.int(),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  /** When an answer was promised. */
  answerBy: Instant,
})
export type LeftMessage = z.infer<typeof LeftMessage>

/** Of a conversation with the face of one agent: nobody else can have it. */
export const SessionFace = z.object({
  agentId: AgentId,
  /** With a friend: it comes to the agent at once, and counts for no load (R-02-164). */
  direct: z.boolean(),
})
export type SessionFace = z.infer<typeof SessionFace>

/** The customer was sent the card of another agent, who takes over when they open it (R-02-207). */
export const TransferOffer = z.object({ id: OfferId, agentId: AgentId, until: Instant })
export type TransferOffer = z.infer<typeof TransferOffer>

/** Why the session is where it is: the routing step and the figures that decided (R-02-092). */
export const Why = z.object({
  step: z.enum([
    'open-session',
    'router',
    'main-account',
    'bot',
    'receiver',
    'direct',
    'owner',
    'returning',
    'policy',
    'emergency',
    'random-member',
    'other-group',
    'overflow',
    'leave-message',
    'accepted',
    'agent-started',
    'reopened',
    'transferred',
    'forced',
    'timeout',
    'requeued',
    'retargeted',
  ]),
  policy: z.enum(['idle-rate', 'least-load']).optional(),
  load: z.int().optional(),
  capacity: z.int().optional(),
  candidates: z.int().optional(),
  /** Why nobody of the target received it: outside its hours, too many waiting already, or simply nobody. */
  cause: NotReceivedCause.optional(),
  /** With `closed`: when the target receives again, where that is known. */
  opensAt: Instant.optional(),
  /** Name of the routing rule that led there (R-02-083). */
  rule: z.string().optional(),
  /** Name of the custom router that decided (R-02-082). */
  router: z.string().optional(),
})
export type Why = z.infer<typeof Why>

/** What statistics ask of a session that is over (R-02-162). */
export const SessionMeasure = z.object({
  /** Both sides wrote. */
  valid: z.boolean(),
  /** From the first message to the last; system lines are none. */
  lengthMs: z.int().min(0),
})
export type SessionMeasure = z.infer<typeof SessionMeasure>

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
  /** Has it, or had it until the end: then no agent has. */
  bot: SessionBot.optional(),
  /** Only where the customer sees one agent as the one they talk to. */
  face: SessionFace.optional(),
  /** Only while a transfer waits for the customer's consent. */
  offer: TransferOffer.optional(),
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
  /** The session before it, which its agent opened again. */
  formerId: SessionId.optional(),
  /** Nobody has written for a while: it does not count for its handler's load until somebody does. */
  resting: z.literal(true).optional(),
  /** Only once it is over. */
  measure: SessionMeasure.optional(),
  /** Not there while the customer has not been asked. */
  survey: SessionSurvey.optional(),
  /** Only where the session began with a message left for later. */
  leftMessage: LeftMessage.optional(),
  /** How the customer came, as far as it is known (R-02-039). */
  source: VisitSource.optional(),
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
  /** What the newest word is where it is none to read; its text is the name of the file then. */
  lastKind: z.enum(['image', 'file', 'voice']).optional(),
  lastAt: Instant,
  /** Only where it is a left message and nobody is waiting at the other end. */
  leftMessage: LeftMessage.optional(),
  version: Version,
})
export type PoolEntry = z.infer<typeof PoolEntry>

/** A session that somebody is serving, as their supervisor sees it in a list (R-02-220). */
export const RunningSession = z.object({
  session: Session,
  /** Empty while unknown; then the number is shown. */
  customerName: z.string(),
  customerNumber: z.int(),
  /** The customer had the last word, then; null: they wait for nothing. */
  unansweredSince: Instant.nullable(),
})
export type RunningSession = z.infer<typeof RunningSession>
