/** What is asked about one customer, by one of their conversations that whoever asks may read. */
import * as z from 'zod'

import {
  Channel,
  ConversationId,
  FieldChange,
  FieldKey,
  FollowRecord,
  Instant,
  Message,
  Seq,
  SessionFace,
  TimelineHead,
  TimelineItem,
} from '../model/index.ts'
import { query } from './query.ts'

/** The last five changes of a field, the newest first (R-03-127). */
export const customerChanges = query(
  'customer.changes',
  z.strictObject({ conversationId: ConversationId, field: FieldKey }),
  z.object({ changes: z.array(FieldChange) }),
)

/** What was done for the customer, the newest first. */
export const followRecords = query(
  'customer.follow-records',
  z.strictObject({ conversationId: ConversationId }),
  z.object({ records: z.array(FollowRecord) }),
)

/** Receptions and visits, the newest first; older than `before`. The head comes with the first page only. */
export const customerTimeline = query(
  'customer.timeline',
  z.strictObject({
    conversationId: ConversationId,
    view: z.enum(['all', 'reception']),
    before: Instant.nullable(),
    limit: z.int().min(1).max(50),
  }),
  z.object({
    head: TimelineHead.nullable(),
    items: z.array(TimelineItem),
    more: z.boolean(),
  }),
)

/** The threads of the customer that have messages, the newest first; `readable` false: only how many there are (R-03-149). */
export const customerThreads = query(
  'customer.threads',
  z.strictObject({ conversationId: ConversationId }),
  z.object({
    threads: z.array(
      z.object({
        conversationId: ConversationId,
        channel: Channel,
        /** Null: the organisation. */
        faceAgentId: SessionFace.shape.agentId.nullable(),
        messages: z.int(),
        lastAt: Instant,
        readable: z.boolean(),
      }),
    ),
  }),
)

const ThreadKinds = z.enum(['all', 'media', 'files'])
export type ThreadKinds = z.infer<typeof ThreadKinds>

/** Messages of a thread, of one kind only where that is asked (R-03-146), ascending; before or from a number on. */
export const threadPage = query(
  'thread.page',
  z.strictObject({
    conversationId: ConversationId,
    kinds: ThreadKinds,
    before: Seq.nullable(),
    from: Seq.nullable(),
    limit: z.int().min(1).max(100),
  }),
  z.object({
    messages: z.array(Message),
    /** There are others further in the direction that was asked. */
    more: z.boolean(),
  }),
)

/** How an export is written (R-06-174). */
const ExportFormat = z.enum(['text', 'html', 'json'])
export type ExportFormat = z.infer<typeof ExportFormat>

/**
 * A stretch of a thread for an export, ascending from a number on (R-06-174). What was said with customers is for holders
 * of `records.export`, and its begin and its end are audit entries; chats are for whoever is in them.
 */
export const exportPage = query(
  'export.page',
  z.strictObject({
    conversationId: ConversationId,
    /** All pages of one export have the same, and the same first message. */
    exportId: z.uuid(),
    first: Seq,
    from: Seq,
    limit: z.int().min(1).max(200),
    format: ExportFormat,
  }),
  z.object({
    messages: z.array(Message),
    /** Where to go on; null: that was all. */
    next: Seq.nullable(),
  }),
)

/** For each of some days, given by where they begin, the number of its first message; null: a day without. */
export const threadDays = query(
  'thread.days',
  z.strictObject({
    conversationId: ConversationId,
    starts: z.array(Instant).min(2).max(60),
  }),
  z.object({
    days: z.array(Seq.nullable()),
    /** The first message after all of them; null: there is none. */
    later: Seq.nullable(),
  }),
)

/** The newest messages that contain every word, in all threads of the customer that whoever asks may read (R-06-145), or in the chat. */
export const searchThreads = query(
  'customer.search',
  z.strictObject({
    conversationId: ConversationId,
    text: z.string().min(1).max(100),
    limit: z.int().min(1).max(100),
  }),
  z.object({ messages: z.array(Message) }),
)
