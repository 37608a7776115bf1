import * as z from 'zod'

import { AgentId, ConversationId, SessionId } from './ids.ts'
import { Instant, Seq } from './primitives.ts'
import { Channel, EndReason, SessionFace, SessionState } from './session.ts'
import { VisitSource } from './visit.ts'

/** One step of a reception: who brought the session where (R-03-137). */
export const ReceptionStep = z.object({
  at: Instant,
  to: SessionState,
  cause: z.string(),
  by: z.object({ kind: z.enum(['agent', 'customer', 'system']), agentId: AgentId.nullable() }),
  /** Who has it from then on. */
  handlerId: AgentId.nullable(),
  /** Only where it was somebody else's before. */
  fromId: AgentId.nullable(),
})
export type ReceptionStep = z.infer<typeof ReceptionStep>

/** A session as the timeline tells of it. */
const ReceptionRecord = z.object({
  kind: z.literal('reception'),
  at: Instant,
  sessionId: SessionId,
  conversationId: ConversationId,
  channel: Channel,
  face: SessionFace.nullable(),
  initiator: z.enum(['customer', 'agent']),
  state: SessionState,
  handlerId: AgentId.nullable(),
  endedAt: Instant.nullable(),
  endReason: EndReason.nullable(),
  /** Its first message, where whoever asks may read them; else null. */
  firstSeq: Seq.nullable(),
  steps: z.array(ReceptionStep),
})

/** A page of the company that was looked at; what it is called was said by a browser. */
export const ViewedPage = z.object({
  url: z.string(),
  title: z.string(),
  views: z.int().min(1),
  /** When it was last opened. */
  at: Instant,
})
export type ViewedPage = z.infer<typeof ViewedPage>

/** A visit to the company's pages. */
const VisitRecord = z.object({
  kind: z.literal('visit'),
  at: Instant,
  until: Instant,
  /** Which of theirs it was, as their browser counts. */
  number: z.int().min(1),
  mobile: z.boolean(),
  source: VisitSource,
  pages: z.array(ViewedPage),
})

export const TimelineItem = z.discriminatedUnion('kind', [ReceptionRecord, VisitRecord])
export type TimelineItem = z.infer<typeof TimelineItem>

/** What stands above the timeline (R-03-138, R-03-139). */
export const TimelineHead = z.object({
  visits: z.int().min(0),
  receptions: z.int().min(0),
  firstSource: VisitSource.nullable(),
  latestSource: VisitSource.nullable(),
  /** Most viewed in the last thirty days. */
  pages: z.array(ViewedPage),
})
export type TimelineHead = z.infer<typeof TimelineHead>
