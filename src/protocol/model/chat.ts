import * as z from 'zod'

import { Preview } from './conversation.ts'
import { AgentId, ConversationId } from './ids.ts'
import { CHAT_LIMITS } from './limits.ts'
import { Message } from './message.ts'
import { Instant, line, Seq } from './primitives.ts'

/**
 * `direct`: two colleagues. `adhoc`: several, made in seconds, without quota and roles beyond its creator's (R-09-056).
 * `self`: the file assistant, an agent with themselves, to have things on all their devices (R-03-153).
 */
export const ChatKind = z.enum(['direct', 'adhoc', 'self'])
export type ChatKind = z.infer<typeof ChatKind>

/**
 * A thread of colleagues among themselves. It has no customer, no channel and no session, so it never counts for anybody's
 * load; its messages, its read positions and its place in the list are those of any conversation.
 */
export const Chat = z.object({
  id: ConversationId,
  kind: ChatKind,
  /** Null: called after the others in it. */
  name: line(1, CHAT_LIMITS.name).nullable(),
  /** May remove members of an ad-hoc chat. */
  creatorId: AgentId,
  /** Who is in it, the first to come first. */
  memberIds: z.array(AgentId).max(CHAT_LIMITS.members),
  createdAt: Instant,
})
export type Chat = z.infer<typeof Chat>

/** With how far it has come, as whoever has nothing of it needs it. */
export const ChatSoFar = Chat.extend({ lastSeq: Seq, preview: Preview.nullable() })
export type ChatSoFar = z.infer<typeof ChatSoFar>

/** What an agent who was removed keeps of a chat: as it was then, with its last messages (R-09-064). */
export const LeftChat = z.object({ chat: ChatSoFar, messages: z.array(Message) })
export type LeftChat = z.infer<typeof LeftChat>
