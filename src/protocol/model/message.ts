import * as z from 'zod'

import { Annotations } from './annotation.ts'
import { AgentId, ConversationId, CustomerId, FileId, MessageId, SessionId } from './ids.ts'
import { ALT_LIMIT, TEXT_LIMIT, TRANSCRIPT_LIMIT, VOICE_LIMIT_S } from './limits.ts'
import { LinkPreview } from './linkPreview.ts'
import { Instant, Seq } from './primitives.ts'
import { Rating, SurveyCard } from './survey.ts'

export { ALT_LIMIT, FILE_LIMIT_BYTES, IMAGE_LIMIT_BYTES, TEXT_LIMIT, TRANSCRIPT_LIMIT } from './limits.ts'

export const Sender = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent'), agentId: AgentId }),
  z.object({ kind: z.literal('customer'), customerId: CustomerId }),
  z.object({ kind: z.literal('system') }),
])
export type Sender = z.infer<typeof Sender>

/**
 * What a message answers: the beginning of another one, as it was then. It goes along as a copy, so that it can be shown
 * where the other message is not; when that one is recalled, the copies go with it.
 */
export const Quote = z.object({
  messageId: MessageId,
  seq: Seq,
  sender: Sender,
  kind: z.enum(['text', 'image', 'file', 'voice', 'recalled']),
  /** The beginning of the text, or the name of the file. */
  text: z.string().max(200),
})
export type Quote = z.infer<typeof Quote>

export const TextBody = z.object({ kind: z.literal('text'), text: z.string().min(1).max(TEXT_LIMIT) })
export const ImageBody = z.object({
  kind: z.literal('image'),
  fileId: FileId,
  name: z.string().max(255),
  mime: z.string().max(64),
  bytes: z.int().min(0),
  /** Pixels, so that the place can be kept before the picture is there. */
  width: z.int().min(1),
  height: z.int().min(1),
  /** What it shows, for those who do not see it (R-18-067). */
  alt: z.string().max(ALT_LIMIT).optional(),
})
export const FileBody = z.object({
  kind: z.literal('file'),
  fileId: FileId,
  name: z.string().max(255),
  mime: z.string().max(64),
  bytes: z.int().min(0),
  /** Only of a recorded voice: how long it is, 1 to 60 (R-18-032). */
  seconds: z.int().min(1).max(VOICE_LIMIT_S).optional(),
  /** What a voice says, for those who do not hear it (R-18-067). */
  alt: z.string().max(TRANSCRIPT_LIMIT).optional(),
})
/** What a system line can report. */
export const SystemCode = z.enum([
  'session-started',
  'session-queued',
  'session-assigned',
  'session-transferred',
  'still-there',
  'session-ended',
  'session-reopened',
  'left-queue',
  'survey-sent',
  'session-rated',
  'company-text',
  'message-left',
  'greeting',
  'menu-chosen',
  'menu-answer',
  'bot-said',
  'bot-handed-over',
  'bot-judged',
  'offer-made',
  'offer-answered',
  'friends-now',
  'friends-no-more',
  'moved-here',
  'chat-made',
  'chat-joined',
  'chat-left',
  'chat-removed',
  'chat-renamed',
])
export type SystemCode = z.infer<typeof SystemCode>

/** A line that reports an event; its wording belongs to the interface (R-06-015). */
export const SystemBody = z.object({
  kind: z.literal('system'),
  code: SystemCode,
  params: z.record(z.string(), z.string()),
  /** With `survey-sent`: the card as it was then, whatever the settings become. */
  survey: z.object({ card: SurveyCard, expiresAt: Instant }).optional(),
  /** With `session-rated`. */
  rating: Rating.optional(),
})
export type SystemBody = z.infer<typeof SystemBody>
/** What its author took back: the place stays, what was said is gone (R-06-083). */
export const RecalledBody = z.object({ kind: z.literal('recalled') })
/** What a newer program wrote and this one does not know; kept as it came (R-06-016, R-17-077). */
export const UnsupportedBody = z.object({ kind: z.literal('unsupported'), original: z.unknown() })

/** What a person may write. */
export const WrittenBody = z.discriminatedUnion('kind', [TextBody, ImageBody, FileBody])
export type WrittenBody = z.infer<typeof WrittenBody>

const KnownBody = z.discriminatedUnion('kind', [
  TextBody.extend({
    quote: Quote.optional(),
    /** Members of a chat whom it addresses. */
    mentions: z.array(AgentId).optional(),
    annotations: Annotations,
    /** For colleagues, like annotations. */
    preview: LinkPreview.optional().catch(undefined),
  }),
  ImageBody,
  FileBody.extend({ annotations: Annotations }),
  SystemBody,
  RecalledBody,
  UnsupportedBody,
])
export const MessageBody = KnownBody.catch(({ value }) => ({ kind: 'unsupported', original: value }))
export type MessageBody = z.infer<typeof KnownBody>

export const Message = z.object({
  id: MessageId,
  conversationId: ConversationId,
  seq: Seq,
  sessionId: SessionId.nullable(),
  sender: Sender,
  body: MessageBody,
  /** When the server accepted it. */
  at: Instant,
})
export type Message = z.infer<typeof Message>
