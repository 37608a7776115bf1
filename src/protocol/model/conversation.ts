import * as z from 'zod'

import { AgentId, ConversationId, CustomerId, FileId, SessionId, WidgetId } from './ids.ts'
import { Sender } from './message.ts'
import { Instant, Seq } from './primitives.ts'
import { Channel } from './session.ts'

/** The latest message as a list shows it; derived from the message by `domain/messages/previewOf`. */
export const Preview = z.object({
  seq: Seq,
  sender: Sender,
  kind: z.enum(['text', 'image', 'file', 'voice', 'system', 'recalled', 'unsupported']),
  /** Text, file name or system code; at most 120 characters. */
  text: z.string(),
  at: Instant,
})
export type Preview = z.infer<typeof Preview>

/** Whom the customer sees as the one they talk to. */
export const Face = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organization') }),
  z.object({ kind: z.literal('agent'), agentId: AgentId }),
])
export type Face = z.infer<typeof Face>

/** The lasting thread between one identity and one face of the organisation: there is one for each pair. */
export const Conversation = z.object({
  id: ConversationId,
  customerId: CustomerId,
  channel: Channel,
  widgetId: WidgetId.nullable(),
  /** The latest session, ended or not. */
  sessionId: SessionId.nullable(),
  lastSeq: Seq,
  preview: Preview.nullable(),
  /** How far the customer's own client has received and read (R-06-062). */
  deliveredSeq: Seq,
  readSeq: Seq,
  face: Face.default({ kind: 'organization' }),
  /** Friends with this face since then; null: they are not. */
  friendSince: Instant.nullable().default(null),
  /** The customer's newest word; from here the time of a path runs (R-02-289). */
  lastCustomerAt: Instant.nullable().default(null),
  /** How often we have spoken since then, automatic texts too. */
  replies: z.int().min(0).default(0),
  createdAt: Instant,
})
export type Conversation = z.infer<typeof Conversation>

/** An uploaded file as the server knows it. */
export const StoredFile = z.object({
  id: FileId,
  name: z.string(),
  mime: z.string(),
  bytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
})
export type StoredFile = z.infer<typeof StoredFile>
